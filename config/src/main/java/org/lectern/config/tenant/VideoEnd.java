package org.lectern.config.tenant;

/**
 * When a video counts as finished in reports of progress, by Kaltura's two rules; either is enough
 * ({@code lectern.tenant.<id>.video-end-percent}, {@code .video-end-seconds}). Not the completion threshold, which the Video Profile and
 * grades go by.
 *
 * @param percent share watched at least once, 1 to 100
 * @param seconds how much may be left to watch, 0 to 3600; 0 switches this rule off
 */
public record VideoEnd(int percent, int seconds) {

    /** Kaltura's own defaults: all of it. */
    public static final VideoEnd ALL = new VideoEnd(100, 0);

    public VideoEnd {
        if (percent < 1 || percent > 100 || seconds < 0 || seconds > 3600) {
            throw new IllegalArgumentException(
                    "1 to 100 percent and 0 to 3600 seconds, found " + percent + " and " + seconds);
        }
    }

    /**
     * Whether this much is enough. Nothing never is, however short the video.
     *
     * @param watched at least once, milliseconds
     * @param length of the video, milliseconds
     */
    public boolean reached(long watched, long length) {
        return watched > 0 && (watched * 100 >= length * percent || seconds > 0 && length - watched <= seconds * 1000L);
    }
}
