package org.lectern.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bearer token of a session (RFC 6750): 256 random bits. The page has it; we keep {@link #hash} only.
 *
 * @param value 43 characters of base64url
 */
public record SessionToken(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public SessionToken {
        if (!FORM.matcher(value).matches()) {
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
        return sent != null && FORM.matcher(sent).matches() ? Optional.of(new SessionToken(sent)) : Optional.empty();
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
