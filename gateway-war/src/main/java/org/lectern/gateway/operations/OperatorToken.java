package org.lectern.gateway.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/**
 * What the operator proves himself with: 256 random bits, base64url.
 *
 * @param value never logged, never answered
 */
record OperatorToken(String value) {

    private static final String SCHEME = "bearer ";
    private static final int BYTES = 32;
    private static final int SHORTEST = 43;

    OperatorToken {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("an operator token has at least " + SHORTEST + " characters");
        }
    }

    static OperatorToken make(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new OperatorToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Whether an {@code Authorization} header, or null, carries this token; as slow for a near miss as for a far one. */
    boolean opens(String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), given);
    }

    @Override
    public String toString() {
        return "OperatorToken[hidden]";
    }
}
