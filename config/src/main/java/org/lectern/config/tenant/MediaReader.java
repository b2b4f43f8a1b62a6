package org.lectern.config.tenant;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;
import org.lectern.config.setting.WebAddress;

/** From {@code lectern.tenant.<id>.media.<id>.*} to one entry. */
final class MediaReader {

    static final Kind<String> ID = Kind.matching(
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}"),
            "ids of 1 to 64 letters, digits, hyphens and underscores");

    private static final Kind<String> LANGUAGE =
            new Kind<>("a language tag of RFC 5646 such as en or pt-BR", false, MediaReader::languageTag);
    private static final Kind<BigDecimal> LENGTH = new Kind<>(
                    "an ISO 8601 duration such as PT124.3S, above zero, at most P7D, in whole milliseconds",
                    false,
                    Kind.duration("PT0.001S", "P7D").reading())
            .onlyIf(duration -> duration.getNano() % 1_000_000 == 0)
            .map(MediaReader::seconds);

    private MediaReader() {}

    /** Empty when something about it was noted as wrong. */
    static Optional<MediaEntry> read(String id, Section section) {
        String title = section.value("title", Kind.line(500), id);
        Optional<URI> url = section.optional("url", WebAddress.any());
        Optional<Path> file = section.optional("file", section.settings().file());
        if (section.has("url") && section.has("file")) {
            section.wrong("file", "a file beside url", "either url or file");
        } else if (!section.has("url") && !section.has("file")) {
            section.wrong("url", "nothing", "either url or file");
        }
        Optional<BigDecimal> duration = section.optional("duration", LENGTH);
        Optional<String> language = section.optional("language", LANGUAGE);
        boolean live = section.value("live", Kind.flag(), false);
        if (live && section.has("file")) {
            section.wrong("live", "true for a file", "true only with a url");
        } else if (live && section.has("duration")) {
            section.wrong("live", "true beside a duration", "true only without one: a live stream has no length");
        }
        Optional<Path> poster = section.optional("poster", picture(section.settings()));
        Map<String, Path> captions = captions(section.below("captions"));
        return section.whole(() -> new MediaEntry(id, title, url, file, duration, language, live, poster, captions));
    }

    private static Kind<Path> picture(Settings settings) {
        Kind<Path> file = settings.file();
        return new Kind<>(file.allowed() + ", a picture: .jpg, .jpeg, .png or .webp", false, file.reading())
                .onlyIf(path -> MediaEntry.posterType(path).isPresent());
    }

    private static Map<String, Path> captions(Section section) {
        Map<String, Path> captions = new TreeMap<>();
        for (String language : section.keys()) {
            Optional<String> tag = LANGUAGE.reading().apply(language);
            if (tag.isEmpty()) {
                section.wrong(language, "'" + language + "' as its language", LANGUAGE.allowed());
                continue;
            }
            section.optional(language, section.settings().file()).ifPresent(file -> {
                if (captions.putIfAbsent(tag.get(), file) != null) {
                    section.wrong(language, "the language " + tag.get() + " twice", "each language once");
                }
            });
        }
        return captions;
    }

    private static Optional<String> languageTag(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            // Names such as "english" are well-formed tags, reserved for languages that do not exist yet.
            return Optional.of(locale.toLanguageTag())
                    .filter(tag -> locale.getLanguage().matches("[a-z]{2,3}"));
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    private static BigDecimal seconds(Duration duration) {
        BigDecimal exact = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
