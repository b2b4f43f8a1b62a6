package org.lectern.config.setting;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.lectern.config.source.LecternFile;

/**
 * One reading of the configuration. Collects what is wrong instead of stopping at the first; after reading, ask
 * {@link #refuseIfWrong()}. For one thread, and for the time of the start.
 */
public final class Settings {

    private final Config config;
    private final Path folder;
    private final Expression expression = new Expression(this::raw);
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> asked = new TreeSet<>();

    /** @param folder where relative paths start from */
    public Settings(Config config, Path folder) {
        this.config = config;
        this.folder = folder;
    }

    /**
     * Relative paths start from the folder of {@code lectern.properties}, else from the working folder.
     *
     * @throws org.lectern.config.source.UnreadableFile if that file cannot be read
     */
    public static Settings of(Config config) {
        Optional<LecternFile> file = LecternFile.in(config);
        file.ifPresent(LecternFile::check);
        return new Settings(
                config, file.map(LecternFile::folder).orElse(Path.of("").toAbsolutePath()));
    }

    /**
     * What is read of one part of the configuration.
     *
     * @throws WrongSetting naming everything that is wrong in it
     * @throws org.lectern.config.source.UnreadableFile if the file cannot be read
     */
    public static <T> T reading(Config config, Function<Settings, T> part) {
        Settings settings = of(config);
        T read = part.apply(settings);
        settings.refuseIfWrong();
        return read;
    }

    /** The settings whose names begin with {@code prefix} and a dot. */
    public Section section(String prefix) {
        return new Section(this, prefix);
    }

    /** The settings of every declared institution by its id, in the order declared. Whether ids are right is found out where tenants are read. */
    public Map<String, Section> tenants() {
        Map<String, Section> tenants = new LinkedHashMap<>();
        section("lectern")
                .list("tenants", Kind.line(200))
                .forEach(id -> tenants.put(id, section("lectern.tenant." + id)));
        return tenants;
    }

    /** Ids of the declared institutions whose settings are so. */
    public Set<String> tenantsWhere(Predicate<Section> so) {
        return tenants().entrySet().stream()
                .filter(tenant -> so.test(tenant.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether {@code lectern.allow-private-addresses} is on. */
    public boolean allowPrivateAddresses() {
        return section("lectern").value("allow-private-addresses", Kind.flag(), false);
    }

    /** Addresses that must be https, unless private addresses are allowed. */
    public Kind<URI> https() {
        return WebAddress.https(allowPrivateAddresses());
    }

    /** A file that can be read, as an absolute path. */
    public Kind<Path> file() {
        return path("a file that exists and that this user may read, relative to " + folder)
                .onlyIf(path -> Files.isRegularFile(path) && Files.isReadable(path));
    }

    /** A path, made absolute, whether or not there is something. */
    public Kind<Path> path(String allowed) {
        return new Kind<>(
                allowed,
                false,
                text -> Optional.of(folder.resolve(text).toAbsolutePath().normalize()));
    }

    /** @throws WrongSetting if anything read so far was wrong */
    public void refuseIfWrong() {
        if (!findings.isEmpty()) {
            throw new WrongSetting(new ArrayList<>(findings));
        }
    }

    /** The full names of all settings asked for so far, set or not. */
    public Set<String> asked() {
        return Set.copyOf(asked);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    boolean soundBelow(String prefix) {
        return findings.stream().noneMatch(finding -> finding.property().startsWith(prefix));
    }

    /** The trimmed text, expressions expanded; empty when there is none. */
    Optional<String> text(String property) {
        asked.add(property);
        try {
            Optional<String> raw = raw(property);
            return raw.isEmpty()
                    ? raw
                    : Optional.of(expression.expand(raw.get()).strip()).filter(text -> !text.isEmpty());
        } catch (Expression.Unresolved | NoSuchElementException | IllegalArgumentException refersToNothing) {
            // Some implementations throw even when asked for the raw text. Taking a default instead would hide the
            // mistake.
            unresolved(property);
            return Optional.empty();
        }
    }

    private Optional<String> raw(String property) {
        return Optional.ofNullable(config.getConfigValue(property).getRawValue())
                .filter(text -> !text.isBlank());
    }

    Set<String> namesBelow(String prefix) {
        Set<String> names = new TreeSet<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(prefix + ".") && name.length() > prefix.length() + 1) {
                names.add(name.substring(prefix.length() + 1));
            }
        }
        return names;
    }

    private void unresolved(String property) {
        add(new Finding(
                property,
                "an expression that cannot be expanded",
                "${name} of a property or environment variable that is set, or ${name:default}"));
    }
}
