package org.lectern.gateway.outbound;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back. Untrusted.
 *
 * @param status HTTP status
 * @param headers by lower-case name; of a repeated header the first
 * @param body whole and within the limit; empty if there was none
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** The header's value, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
