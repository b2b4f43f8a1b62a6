package org.lectern.lti.access;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a platform answered. Untrusted. Header names are lower case; of a repeated header the first counts. */
public record ServiceAnswer(int status, Map<String, String> headers, byte[] body) {

    public ServiceAnswer {
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
        body = body.clone();
    }

    /** Any 2xx. */
    public boolean good() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as UTF-8, whatever the answer says of itself. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** Without headers and body, which carry tokens and persons. */
    @Override
    public String toString() {
        return "ServiceAnswer[" + status + "]";
    }
}
