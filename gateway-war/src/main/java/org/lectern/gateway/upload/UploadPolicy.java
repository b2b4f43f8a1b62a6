package org.lectern.gateway.upload;

import java.util.Set;

/**
 * What an institution lets people upload, {@code lectern.tenant.<id>.upload.*}.
 *
 * @param maxBytes largest file ({@code max-bytes}); by default 4 GiB
 * @param types media types that are taken ({@code types}); by default {@code video/mp4,video/webm,video/quicktime}
 * @param by who may add videos ({@code by}): {@code staff} (default), {@code everybody} or {@code nobody}
 */
public record UploadPolicy(long maxBytes, Set<String> types, By by) {

    public static final UploadPolicy DEFAULT = new UploadPolicy(4L << 30, VideoContent.TYPES, By.STAFF);

    /** Who. */
    public enum By {
        STAFF,
        EVERYBODY,
        NOBODY
    }

    public UploadPolicy {
        types = Set.copyOf(types);
    }
}
