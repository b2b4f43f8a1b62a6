package org.lectern.lti.access;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what a token endpoint answered (RFC 6749 §5). By the body alone: Moodle calls its JSON {@code text/html} and writes
 * some errors that are no JSON at all. Pure.
 */
final class TokenAnswer {
    private static final int LONGEST_TOKEN = 16 * 1024;
    private static final long LONGEST_LIFE = 3_600;
    private static final long LIFE_UNLESS_TOLD = 120;
    private static final long EARLIER = 60;

    private TokenAnswer() {}

    static AccessToken read(ServiceAnswer answer, Set<String> asked, Instant now) {
        Map<String, Object> said = object(answer.text());
        if (!answer.good()) {
            throw refused(answer, said, now);
        }
        if (!(said.get("access_token") instanceof String value) || !usable(value)) {
            throw new ServiceFailed(
                    ServiceFault.TOKEN_UNUSABLE, "HTTP " + answer.status() + " without a usable access_token");
        }
        if (said.get("token_type") instanceof String type && !type.equalsIgnoreCase("bearer")) {
            throw new ServiceFailed(ServiceFault.TOKEN_UNUSABLE, "the token is not a bearer token");
        }
        requireGranted(said.get("scope"), asked);
        return new AccessToken(value, now.plus(life(said.get("expires_in"))));
    }

    private static boolean usable(String token) {
        // It goes into a header as it is.
        return !token.isEmpty()
                && token.length() <= LONGEST_TOKEN
                && token.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private static Duration life(Object told) {
        long seconds = told instanceof Number number
                ? number.longValue()
                : told instanceof String text && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : LIFE_UNLESS_TOLD;
        long bounded = Math.max(0, Math.min(seconds, LONGEST_LIFE));
        return Duration.ofSeconds(bounded > 2 * EARLIER ? bounded - EARLIER : bounded / 2);
    }

    /** Platforms drop scopes in silence; a call without its scope would then fail with less to go by. */
    private static void requireGranted(Object told, Set<String> asked) {
        // Some say nothing, or say it in words of their own: then the service itself will tell.
        if (!(told instanceof String text) || !text.contains("://")) {
            return;
        }
        Set<String> granted = Set.copyOf(List.of(text.strip().split("[\\s,]+")));
        Set<String> missing = asked.stream()
                .filter(scope -> !granted.contains(scope) && !granted.contains(scope.replace(".readonly", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw new ServiceFailed(ServiceFault.TOKEN_SCOPE_REFUSED, "not granted: " + String.join(" ", missing));
        }
    }

    private static ServiceFailed refused(ServiceAnswer answer, Map<String, Object> said, Instant now) {
        // Only words of the standard's own shape are repeated: a description may hold anything.
        String error = said.get("error") instanceof String text && text.matches("[A-Za-z_]{1,40}") ? text : "";
        return new ServiceFailed(
                fault(answer.status(), error),
                ("HTTP " + answer.status() + " " + error).strip(),
                RetryAfter.of(answer, now),
                null);
    }

    private static ServiceFault fault(int status, String error) {
        if (error.equals("invalid_scope")) {
            return ServiceFault.TOKEN_SCOPE_REFUSED;
        } else if (error.equals("invalid_client") || error.equals("unauthorized_client") || status == 401) {
            return ServiceFault.TOKEN_CLIENT_REFUSED;
        } else if (status == 429 || status == 503) {
            return ServiceFault.TOKEN_BUSY;
        } else if (status >= 500 || status == 408) {
            return ServiceFault.TOKEN_FAILED;
        } else if (status >= 300 && status < 400 || status == 404 || status == 405) {
            return ServiceFault.TOKEN_ADDRESS_WRONG;
        }
        return ServiceFault.TOKEN_REFUSED;
    }

    private static Map<String, Object> object(String body) {
        try {
            Map<String, Object> object = JSONObjectUtils.parse(body);
            return object == null ? Map.of() : object;
        } catch (ParseException notJson) {
            return Map.of();
        }
    }
}
