package org.lectern.bench.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP answer.
 *
 * @param head status line and headers, a line each
 * @param body its bytes
 */
public record Answer(String head, byte[] body) {

    private static final int STATUS_AT = 9;

    public int status() {
        return Integer.parseInt(head.substring(STATUS_AT, STATUS_AT + 3));
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
        for (int at = head.indexOf('\n') + 1; at > 0 && at < head.length(); at = head.indexOf('\n', at) + 1) {
            if (head.regionMatches(true, at, name, 0, name.length()) && head.charAt(at + name.length()) == ':') {
                return Optional.of(head.substring(at + name.length() + 1, head.indexOf('\n', at))
                        .strip());
            }
        }
        return Optional.empty();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
