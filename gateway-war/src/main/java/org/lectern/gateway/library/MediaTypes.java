package org.lectern.gateway.library;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Content types of videos by their file name; browsers are told not to guess. */
public final class MediaTypes {

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("mov", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("ogv", "video/ogg"),
            Map.entry("ogg", "video/ogg"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("m3u8", "application/vnd.apple.mpegurl"),
            Map.entry("mpd", "application/dash+xml"));

    private MediaTypes() {}

    /** The type of a file or of the path of an address; empty when its ending is unknown. */
    public static Optional<String> of(String path) {
        int dot = path.lastIndexOf('.');
        return Optional.ofNullable(BY_ENDING.get(path.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
