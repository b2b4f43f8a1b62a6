package org.lectern.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A posted form or query, decoded (application/x-www-form-urlencoded), repeated fields kept. Untrusted, but bounded.
 *
 * @param fields values by name, in the order sent
 */
public record Form(Map<String, List<String>> fields) {

    /** Largest form in bytes. */
    public static final int LIMIT = 64 * 1024;

    private static final int MOST_FIELDS = 100;

    /** It is larger than {@link #LIMIT}, has too many fields, or is no form. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Reads a request's body.
     *
     * @throws Unreadable when it is too large or cannot be decoded
     */
    public static Form read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new Unreadable("the form is larger than " + LIMIT + " bytes", null);
            }
            return decode(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("a form broke off", brokenOff);
        }
    }

    /**
     * Reads a query.
     *
     * @param text as it stands in the address, or null
     * @throws Unreadable when it is too large or cannot be decoded
     */
    public static Form decode(String text) {
        if (text == null || text.isEmpty()) {
            return new Form(Map.of());
        }
        if (text.length() > LIMIT) {
            throw new Unreadable("the query is longer than " + LIMIT + " characters", null);
        }
        String[] parts = text.split("&");
        if (parts.length > MOST_FIELDS) {
            throw new Unreadable("more than " + MOST_FIELDS + " fields", null);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            fields.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return new Form(fields);
    }

    /** A field that came once and is not empty. */
    public Optional<String> one(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)).filter(value -> !value.isEmpty()) : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Unreadable("a field is not encoded as forms are", malformed);
        }
    }

    /** Its fields' names only: values may be tokens or people. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
