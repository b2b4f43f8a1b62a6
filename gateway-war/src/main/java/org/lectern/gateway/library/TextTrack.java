package org.lectern.gateway.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Text that runs along a video, in WebVTT.
 *
 * @param kind what for
 * @param language RFC 5646
 */
public record TextTrack(Kind kind, String language) {

    /** As HTML's {@code track} element has it. */
    public enum Kind {
        CAPTIONS,
        CHAPTERS;

        /** As addresses and the database have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Back from {@link #word}; empty for anything else. */
        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** Its language in its own words. */
    public String label() {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayName(locale);
        return name.isBlank() ? language : name;
    }
}
