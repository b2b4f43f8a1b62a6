package org.lectern.gateway.library;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.lectern.gateway.storage.MediaStore;

/**
 * Answers with a file, or an object of the storage, or a part of it (RFC 9110 §14), read while it is sent. Safe for any thread.
 *
 * @param content what is served
 * @param type its content type
 * @param size its size in bytes when asked
 * @param modified when it changed last, to the second as HTTP tells it; empty for what never changes
 * @param tag strong: size and the exact time of the last change, or the name of what never changes
 * @param reach who may keep and show it
 */
record FileAnswer(Content content, String type, long size, Optional<Date> modified, EntityTag tag, Reach reach) {

    private static final int CHUNK = 64 * 1024;
    private static final String RANGE_UNIT = "bytes";

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Content {
        /** So many bytes from there on; closed by the reader. */
        InputStream from(long first, long length) throws IOException;
    }

    /** Who may keep an answer, and on whose pages it may be shown. */
    private enum Reach {
        SESSION("private", "same-origin"),
        ANYBODY("public", "cross-origin");

        private final String caches;
        private final String pages;

        Reach(String caches, String pages) {
            this.caches = caches;
            this.pages = pages;
        }
    }

    /** For pages of ours and nobody's cache but the browser's. */
    private FileAnswer(Content content, String type, long size, Optional<Date> modified, EntityTag tag) {
        this(content, type, size, modified, tag, Reach.SESSION);
    }

    /** The same for any page and any cache. */
    FileAnswer forAnybody() {
        return new FileAnswer(content, type, size, modified, tag, Reach.ANYBODY);
    }

    /** An object of the storage; it never changes. */
    static FileAnswer of(MediaStore store, Source.Stored stored) {
        return new FileAnswer(
                (first, length) -> store.open(stored.object(), first, length),
                stored.type(),
                stored.bytes(),
                Optional.empty(),
                new EntityTag(stored.object().replace('/', '-')));
    }

    /** Bytes of an object of the storage that were read already. */
    static FileAnswer of(byte[] bytes, String type, String object) {
        return new FileAnswer(
                (first, length) -> new ByteArrayInputStream(bytes, (int) first, (int) length),
                type,
                bytes.length,
                Optional.empty(),
                new EntityTag(object.replace('/', '-')));
    }

    static FileAnswer of(Path file, String type) throws IOException {
        long size = Files.size(file);
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        String tag = Long.toHexString(size) + "-" + Long.toHexString(changed.getEpochSecond()) + "-"
                + Integer.toHexString(changed.getNano());
        Date toTheSecond = Date.from(Instant.ofEpochSecond(changed.getEpochSecond()));
        return new FileAnswer(
                (first, length) -> from(file, first), type, size, Optional.of(toTheSecond), new EntityTag(tag));
    }

    private static InputStream from(Path file, long first) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(first);
        return in;
    }

    /** HEAD: as GET without range, since ranges are defined for GET only (RFC 9110 §14.2). */
    Response head() {
        return headers(Response.ok()).header("Content-Length", size).build();
    }

    /**
     * GET.
     *
     * @param range the {@code Range} header, or null
     * @param ifRange the {@code If-Range} header, or null
     * @throws IOException when it cannot be read
     */
    Response get(String range, String ifRange) throws IOException {
        ByteRange asked = unchangedSince(ifRange) ? ByteRange.of(range, size) : new ByteRange.Whole();
        if (asked instanceof ByteRange.Beyond) {
            return headers(Response.status(416))
                    .header("Content-Range", RANGE_UNIT + " */" + size)
                    .header("Content-Length", 0)
                    .build();
        }
        if (asked instanceof ByteRange.Part part) {
            return headers(Response.status(206).entity(bytes(part.first(), part.length())))
                    .header("Content-Range", RANGE_UNIT + " " + part.first() + "-" + part.last() + "/" + size)
                    .header("Content-Length", part.length())
                    .build();
        }
        return headers(Response.ok(bytes(0, size)))
                .header("Content-Length", size)
                .build();
    }

    private Response.ResponseBuilder headers(Response.ResponseBuilder answer) {
        return answer.type(type)
                .tag(tag)
                .lastModified(modified.orElse(null))
                .header("Accept-Ranges", RANGE_UNIT)
                .header("Cache-Control", reach.caches + ", max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", reach.pages)
                .header("Referrer-Policy", "no-referrer");
    }

    /** RFC 9110 §13.1.5: the strong tag, or exactly the date that we told. */
    private boolean unchangedSince(String ifRange) {
        return ifRange == null
                || ifRange.strip().equals('"' + tag.getValue() + '"')
                || modified.map(HttpDate::text).filter(ifRange.strip()::equals).isPresent();
    }

    /** Opened before the answer begins, so that what cannot be read is a refusal and no broken answer. */
    private StreamingOutput bytes(long first, long length) throws IOException {
        InputStream opened = content.from(first, length);
        return out -> {
            try (InputStream in = opened) {
                copy(in, out, length);
            }
        };
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int read = in.read(chunk, 0, (int) Math.min(CHUNK, left));
            if (read < 0 || !sent(out, chunk, read)) {
                return;
            }
            left -= read;
        }
    }

    /** A browser that seeks or closes hangs up in the middle: nothing to report to anybody. */
    private static boolean sent(OutputStream out, byte[] chunk, int length) {
        try {
            out.write(chunk, 0, length);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }
}
