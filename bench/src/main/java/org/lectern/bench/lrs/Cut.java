package org.lectern.bench.lrs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One statement within a request's bytes, cut out without parsing it: a scan for brackets outside of strings, so that a stand-in
 * costs little beside what it measures.
 *
 * @param body the request's body
 * @param from where the statement begins
 * @param to where it has ended
 */
public record Cut(byte[] body, int from, int to) {

    private static final byte[] ID = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_LENGTH = 36;

    /** The statements of an array, or the one of an object, in order; empty when brackets do not match. */
    public static Optional<List<Cut>> all(byte[] body) {
        int first = 0;
        while (first < body.length && body[first] <= ' ') {
            first++;
        }
        int level = first < body.length && body[first] == '[' ? 2 : 1;
        List<Cut> cuts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = first; at < body.length; at++) {
            switch (body[at]) {
                case '"' -> at = endOfString(body, at);
                case '{', '[' -> {
                    if (++depth == level) {
                        start = at;
                    }
                }
                case '}', ']' -> {
                    if (depth-- == level) {
                        cuts.add(new Cut(body, start, at + 1));
                    }
                }
                default -> {
                    // Nothing that opens or closes.
                }
            }
        }
        return depth == 0 ? Optional.of(cuts) : Optional.empty();
    }

    private static int endOfString(byte[] body, int quote) {
        int at = quote + 1;
        while (at < body.length && body[at] != '"') {
            at += body[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    /** The statement's id, which ours begin with. */
    public Optional<UUID> id() {
        int start = from + ID.length;
        if (to - from < ID.length + UUID_LENGTH || !Arrays.equals(ID, 0, ID.length, body, from, start)) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(new String(body, start, UUID_LENGTH, StandardCharsets.US_ASCII)));
    }

    /** The milliseconds of a number of seconds that stands right behind this text; below 0 when the text is not there. */
    public long millisAfter(byte[] text) {
        int at = indexOf(text);
        if (at < 0) {
            return -1;
        }
        long whole = 0;
        int decimals = -1;
        for (int i = at + text.length; i < to && (Character.isDigit(body[i]) || body[i] == '.'); i++) {
            if (body[i] == '.') {
                decimals = 0;
            } else {
                whole = whole * 10 + body[i] - '0';
                decimals += decimals < 0 ? 0 : 1;
            }
        }
        for (int i = Math.max(0, decimals); i < 3; i++) {
            whole *= 10;
        }
        return whole;
    }

    private int indexOf(byte[] text) {
        for (int at = from; at <= to - text.length; at++) {
            if (body[at] == text[0] && Arrays.equals(body, at, at + text.length, text, 0, text.length)) {
                return at;
            }
        }
        return -1;
    }

    public byte[] bytes() {
        return Arrays.copyOfRange(body, from, to);
    }
}
