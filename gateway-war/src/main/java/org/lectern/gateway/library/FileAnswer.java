package org.lectern.gateway.library;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;

/**
 * Answers with a file or a part of it (RFC 9110 §14), read while it is sent. Safe for any thread.
 *
 * @param file what is served
 * @param type its content type
 * @param size its size in bytes when asked
 * @param modified when it changed last, to the second as HTTP tells it
 * @param tag strong: size and the exact time of the last change
 */
record FileAnswer(Path file, String type, long size, Date modified, EntityTag tag) {

    private static final int CHUNK = 64 * 1024;
    private static final String RANGE_UNIT = "bytes";

    static FileAnswer of(Path file, String type) throws IOException {
        long size = Files.size(file);
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        String tag = Long.toHexString(size) + "-" + Long.toHexString(changed.getEpochSecond()) + "-"
                + Integer.toHexString(changed.getNano());
        Date toTheSecond = Date.from(Instant.ofEpochSecond(changed.getEpochSecond()));
        return new FileAnswer(file, type, size, toTheSecond, new EntityTag(tag));
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
     */
    Response get(String range, String ifRange) {
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
                .lastModified(modified)
                .header("Accept-Ranges", RANGE_UNIT)
                .header("Cache-Control", "private, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Referrer-Policy", "no-referrer");
    }

    /** RFC 9110 §13.1.5: the strong tag, or exactly the date that we told. */
    private boolean unchangedSince(String ifRange) {
        return ifRange == null
                || ifRange.strip().equals('"' + tag.getValue() + '"')
                || ifRange.strip().equals(HttpDate.text(modified));
    }

    private StreamingOutput bytes(long first, long length) {
        return out -> {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(first);
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
