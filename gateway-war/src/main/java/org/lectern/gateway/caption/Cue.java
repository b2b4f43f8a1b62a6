package org.lectern.gateway.caption;

/**
 * Words for a stretch of a video.
 *
 * @param from milliseconds
 * @param to milliseconds, after {@code from}
 * @param settings where on the picture, as WebVTT writes it; empty for where players like
 * @param text cue text of WebVTT, clean: one or more lines, none blank
 */
public record Cue(long from, long to, String settings, String text) {

    public Cue {
        if (from < 0 || to <= from || text.isBlank()) {
            throw new IllegalArgumentException("a cue goes on for some time and says something: " + from + " to " + to);
        }
    }

    String webVtt() {
        return CueTime.text(from) + " --> " + CueTime.text(to) + (settings.isEmpty() ? "" : " " + settings) + '\n'
                + text + '\n';
    }
}
