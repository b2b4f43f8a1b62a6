package org.lectern.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bearer token of a session (RFC 6750): 256 random bits. The page has it; we keep {@link #hash} only.
 *
 * @param value 43 characters of base64url
 */
public record SessionToken(String value) {

    private static final int LENGTH = 43;

    public SessionToken {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("not a session token");
        }
    }

    /** A new one. */
    public static SessionToken fresh(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody sent; empty when it cannot be a token. */
    public static Optional<SessionToken> read(String sent) {
        return sent != null && hasForm(sent) ? Optional.of(new SessionToken(sent)) : Optional.empty();
    }

    private static boolean hasForm(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char at = text.charAt(i);
            boolean letterOrDigit = at >= 'a' && at <= 'z' || at >= 'A' && at <= 'Z' || at >= '0' && at <= '9';
            if (!letterOrDigit && at != '-' && at != '_') {
                return false;
            }
        }
        return true;
    }

    /** SHA-256 in lower-case hex. No salt: nobody guesses 256 random bits. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must have SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SessionToken[hidden]";
    }
}
