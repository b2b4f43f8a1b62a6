package org.lectern.gateway.grade;

import java.util.Locale;

/** What a link's grade stands for. */
enum Mode {
    /** No grades leave. */
    NONE,
    /** The share that was watched. */
    SHARE,
    /** Everything once the institution's threshold is reached, nothing before. */
    COMPLETION;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Mode of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
