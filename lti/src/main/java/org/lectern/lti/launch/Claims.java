package org.lectern.lti.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.WebOrigin;

/**
 * Typed access to claims, or to one object inside them. What must have a form is asked by methods that refuse ({@code
 * claim.malformed}); what only decorates is asked by methods that treat a wrong form as absent.
 */
record Claims(Map<?, ?> values) {
    /** Ids are at most 255 ASCII characters (LTI 1.3 core §5.3.3, §5.3.5, §5.3.6). */
    static final int ID_LIMIT = 255;

    private static final int TEXT_LIMIT = 1024;
    // Controls, and the marks that turn the reading direction: they could make a title look like something else.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+");
    // Databases do not take it.
    private static final String NUL = "\0";
    private static final double LATEST = 253402300799d;

    boolean lacks(String name) {
        return values.get(name) == null;
    }

    Object raw(String name) {
        return values.get(name);
    }

    String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw malformed(name, "must be a text");
    }

    String id(String name) {
        String id = text(name);
        if (id.length() > ID_LIMIT || id.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw malformed(name, "must have at most " + ID_LIMIT + " printable ASCII characters");
        }
        return id;
    }

    /** A NumericDate (RFC 7519 §2); a text that looks like a number is none. */
    Instant time(String name) {
        if (values.get(name) instanceof Number number) {
            double seconds = number.doubleValue();
            if (seconds >= 0 && seconds <= LATEST) {
                return Instant.ofEpochMilli((long) (seconds * 1000));
            }
        }
        throw malformed(name, "must be a number of seconds since 1970");
    }

    List<String> texts(String name) {
        if (values.get(name) instanceof List<?> list) {
            return list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .map(Claims::storable)
                    .toList();
        }
        throw malformed(name, "must be a list");
    }

    /** Texts of an optional list; a single text counts as a list of one. */
    List<String> textsIfAny(String name) {
        Object value = values.get(name);
        return value instanceof String one
                ? List.of(storable(one))
                : value instanceof List<?> ? texts(name) : List.of();
    }

    /** A line for people: blanks for control characters, cut to a length that no page minds; never empty. */
    Optional<String> label(String name) {
        if (!(values.get(name) instanceof String text)) {
            return Optional.empty();
        }
        String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(cut(line));
    }

    static String storable(String text) {
        return text.replace(NUL, "");
    }

    private static String cut(String line) {
        if (line.length() <= TEXT_LIMIT) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(TEXT_LIMIT - 1)) ? TEXT_LIMIT - 1 : TEXT_LIMIT;
        return line.substring(0, end);
    }

    /** An optional web address; anything else counts as absent. */
    Optional<URI> address(String name) {
        try {
            return values.get(name) instanceof String text
                    ? Optional.of(new URI(text)).filter(Claims::web)
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean web(URI address) {
        return WebOrigin.of(address).isPresent();
    }

    /** An optional object inside; empty when it is absent or no object. */
    Claims inside(String name) {
        return new Claims(values.get(name) instanceof Map<?, ?> object ? object : Map.of());
    }

    static LaunchRejected malformed(String name, String rule) {
        return new LaunchRejected(LaunchRefusal.CLAIM_MALFORMED, name + " " + rule);
    }
}
