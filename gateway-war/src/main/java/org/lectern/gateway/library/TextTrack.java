package org.lectern.gateway.library;

import java.util.Locale;

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
        CHAPTERS
    }

    /** Its language in its own words. */
    public String label() {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayName(locale);
        return name.isBlank() ? language : name;
    }
}
