package org.lectern.config.secret;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that only its master key opens, as kept in the database: {@code <key id>.<base64url of nonce and cipher text>}.
 *
 * @param text without anything secret
 */
public record Sealed(String text) {

    // 8 digits of the key's id; 16 digits hold a nonce of 12 bytes, 22 more the tag of 16 bytes.
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})\\.([A-Za-z0-9_-]{38,})");

    public Sealed {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a sealed text");
        }
    }

    static Sealed of(String keyId, byte[] nonceAndCipherText) {
        return new Sealed(keyId + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(nonceAndCipherText));
    }

    /** Which master key sealed it. */
    public String keyId() {
        return part(1);
    }

    byte[] nonceAndCipherText() {
        return Base64.getUrlDecoder().decode(part(2));
    }

    private String part(int number) {
        Matcher matcher = FORM.matcher(text);
        matcher.matches();
        return matcher.group(number);
    }
}
