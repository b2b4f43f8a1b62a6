package org.lectern.config.setting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Settings with a common prefix. Wrong ones are noted in their {@link Settings} and read as if they were absent. */
public final class Section {

    private final Settings settings;
    private final String prefix;

    Section(Settings settings, String prefix) {
        this.settings = settings;
        this.prefix = prefix;
    }

    /** The reading that this belongs to. */
    public Settings settings() {
        return settings;
    }

    /** The section one level deeper. */
    public Section below(String name) {
        return new Section(settings, property(name));
    }

    /** A setting's full name. */
    public String property(String key) {
        return prefix + "." + key;
    }

    /** The value, if there is one. */
    public <T> Optional<T> optional(String key, Kind<T> kind) {
        return settings.text(property(key)).flatMap(text -> read(key, text, kind));
    }

    /** The value, or the default. */
    public <T> T value(String key, Kind<T> kind, T byDefault) {
        return optional(key, kind).orElse(byDefault);
    }

    /** The value; noted as wrong when it is absent. */
    public <T> Optional<T> required(String key, Kind<T> kind) {
        Optional<String> text = settings.text(property(key));
        if (text.isEmpty()) {
            missing(key, kind.allowed());
        }
        return text.flatMap(value -> read(key, value, kind));
    }

    /** The values between commas ({@code \,} is a comma within one); empty when there are none. Each only once. */
    public <T> List<T> list(String key, Kind<T> kind) {
        Set<T> values = new LinkedHashSet<>();
        for (String part : settings.text(property(key)).orElse("").split("(?<!\\\\),")) {
            String text = part.replace("\\,", ",").strip();
            Optional<T> value = text.isEmpty() ? Optional.empty() : read(key, text, kind);
            value.filter(one -> !values.add(one))
                    .ifPresent(twice -> wrong(key, kind.shown(text) + " twice", "each once"));
        }
        return new ArrayList<>(values);
    }

    /** Like {@link #list}; noted as wrong when there are none. */
    public <T> List<T> requiredList(String key, Kind<T> kind) {
        List<T> values = list(key, kind);
        if (values.isEmpty()) {
            missing(key, "one or more, with commas between; each " + kind.allowed());
        }
        return values;
    }

    /** Whether there is a setting of this name, right or wrong. */
    public boolean has(String key) {
        return settings.text(property(key)).isPresent();
    }

    /**
     * What the names of this section's settings go on with, sorted. Only from sources that know their names: an environment
     * variable changes such a setting, but does not add one.
     */
    public Set<String> keys() {
        return settings.namesBelow(prefix);
    }

    /** Notes a wrong setting. */
    public void wrong(String key, String found, String allowed) {
        settings.add(new Finding(property(key), found, allowed));
    }

    /** What is made of this section, unless something in it is wrong. */
    public <T> Optional<T> whole(Supplier<T> made) {
        return settings.soundBelow(prefix + ".") ? Optional.of(made.get()) : Optional.empty();
    }

    private void missing(String key, String allowed) {
        if (settings.soundBelow(property(key))) {
            wrong(key, "nothing", allowed);
        }
    }

    private <T> Optional<T> read(String key, String text, Kind<T> kind) {
        Optional<T> value = kind.read(text);
        if (value.isEmpty()) {
            wrong(key, kind.shown(text), kind.allowed());
        }
        return value;
    }
}
