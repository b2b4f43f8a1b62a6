package org.lectern.lti.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** One of the tool's own RSA key pairs. Its name ({@code kid}) is its thumbprint (RFC 7638). Immutable. */
public final class ToolKey {
    private static final int BITS = 2048;

    private final RSAKey pair;
    private final KeyState state;
    private final Instant created;

    private ToolKey(RSAKey pair, KeyState state, Instant created) {
        this.pair = pair;
        this.state = Objects.requireNonNull(state);
        this.created = Objects.requireNonNull(created);
    }

    public static ToolKey generate(KeyState state, Instant now, SecureRandom random) {
        try {
            RSAKey pair = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .secureRandom(random)
                    .generate();
            return new ToolKey(pair, state, now);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java platform makes no RSA keys", impossible);
        }
    }

    /**
     * Reads what {@link #toPrivateJson()} wrote. State and date are the host's to keep beside it.
     *
     * @throws IllegalArgumentException for anything else; the text is not repeated
     */
    public static ToolKey fromPrivateJson(String json, KeyState state, Instant created) {
        try {
            RSAKey pair = RSAKey.parse(json);
            boolean sound = pair.isPrivate()
                    && pair.size() >= BITS
                    && pair.computeThumbprint().toString().equals(pair.getKeyID());
            if (sound) {
                return new ToolKey(pair, state, created);
            }
        } catch (ParseException | JOSEException unreadable) {
            // The cause is left out on purpose: its message may repeat parts of a private key.
            throw new IllegalArgumentException("a stored tool key cannot be read");
        }
        throw new IllegalArgumentException(
                "a stored tool key is no RSA pair of 2048 bits or more named by its thumbprint");
    }

    /** The whole pair as a JWK. Secret: the host encrypts it before it is stored. */
    public String toPrivateJson() {
        return pair.toJSONString();
    }

    public String kid() {
        return pair.getKeyID();
    }

    public KeyState state() {
        return state;
    }

    public Instant created() {
        return created;
    }

    public ToolKey in(KeyState other) {
        return new ToolKey(pair, other, created);
    }

    public RSAPublicKey publicKey() {
        try {
            return pair.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("tool key " + kid() + " cannot be used", impossible);
        }
    }

    public RSAPrivateKey privateKey() {
        try {
            return pair.toRSAPrivateKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("tool key " + kid() + " cannot be used", impossible);
        }
    }

    /** Signs the claims with RS256; the header names this key and says {@code JWT} (Security Framework 1.0 §5.1.1). */
    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(kid())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(pair));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("tool key " + kid() + " cannot sign", impossible);
        }
    }

    Map<String, Object> publicJwk() {
        return pair.toPublicJWK().toJSONObject();
    }

    /** Without any key material. */
    @Override
    public String toString() {
        return "ToolKey[kid=" + kid() + ", state=" + state + "]";
    }
}
