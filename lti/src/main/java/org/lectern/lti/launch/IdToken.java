package org.lectern.lti.launch;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Map;
import java.util.regex.Pattern;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * A signed token in compact form (RFC 7515 §7.1), in the order in which it may be looked at: shape, header, signature,
 * and only then claims. The header's own key material (jku, jwk, x5u, x5c) is never used.
 */
final class IdToken {
    static final int LIMIT = 32 * 1024;
    static final String ALGORITHM = "RS256";

    private static final int KID_LIMIT = 128;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]*+");

    private final Base64URL header;
    private final Base64URL payload;
    private final Base64URL signature;

    private IdToken(String[] parts) {
        this.header = new Base64URL(parts[0]);
        this.payload = new Base64URL(parts[1]);
        this.signature = new Base64URL(parts[2]);
    }

    static IdToken of(String compact) {
        if (!SHAPE.matcher(compact).matches()) {
            throw malformed("the token does not consist of three parts in base64url");
        }
        return new IdToken(compact.split("\\.", 3));
    }

    /** The name of the key, after the header passed the allow-list. */
    String kid() {
        Map<String, Object> fields = StrictJson.object(header.decode());
        if (!(fields.get("alg") instanceof String algorithm)) {
            throw malformed("the header names no algorithm (alg)");
        }
        if (!algorithm.equals(ALGORITHM)) {
            throw new LaunchRejected(LaunchRefusal.JWT_ALG_FORBIDDEN, "only " + ALGORITHM + " is allowed");
        }
        for (String forbidden : new String[] {"crit", "b64", "zip"}) {
            if (fields.containsKey(forbidden)) {
                throw new LaunchRejected(LaunchRefusal.JWT_HEADER_FORBIDDEN, "the header has the field " + forbidden);
            }
        }
        return kid(fields.get("kid"));
    }

    private static String kid(Object field) {
        if (field == null || "".equals(field)) {
            throw new LaunchRejected(LaunchRefusal.JWT_KID_MISSING, "the header names no key (kid)");
        }
        if (!(field instanceof String kid)
                || kid.length() > KID_LIMIT
                || kid.chars().anyMatch(Character::isISOControl)) {
            throw new LaunchRejected(
                    LaunchRefusal.JWT_KID_INVALID,
                    "kid must be a text of at most " + KID_LIMIT + " characters without control characters");
        }
        return kid;
    }

    /** The claims, after the signature was checked with {@code key}. */
    Map<String, Object> claims(RSAPublicKey key) {
        byte[] signed = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
        try {
            JWSHeader asSigned = JWSHeader.parse(header);
            if (!new RSASSAVerifier(key).verify(asSigned, signed, signature)) {
                throw new LaunchRejected(LaunchRefusal.JWT_SIGNATURE_WRONG, "the signature does not match the key");
            }
        } catch (ParseException unreadable) {
            throw malformed("the header has a field of a wrong form");
        } catch (JOSEException unusable) {
            throw new LaunchRejected(LaunchRefusal.JWT_SIGNATURE_WRONG, "the signature cannot be checked", unusable);
        }
        return StrictJson.object(payload.decode());
    }

    private static LaunchRejected malformed(String detail) {
        return new LaunchRejected(LaunchRefusal.JWT_MALFORMED, detail);
    }
}
