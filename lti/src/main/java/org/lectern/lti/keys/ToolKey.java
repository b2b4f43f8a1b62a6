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

/**
 * One of the tool's own RSA key pairs of 2048 bits. Its name ({@code kid}) is its thumbprint (RFC 7638). A revoked one has lost its
 * private half. Immutable.
 */
public final class ToolKey {
    private static final int BITS = 2048;

    private final RSAKey pair;
    private final KeyState state;
    private final Instant created;
    private final Instant since;

    private ToolKey(RSAKey pair, KeyState state, Instant created, Instant since) {
        this.pair = pair;
        this.state = Objects.requireNonNull(state);
        this.created = Objects.requireNonNull(created);
        this.since = Objects.requireNonNull(since);
    }

    /** Makes a pair; takes some tenths of a second. */
    public static ToolKey generate(KeyState state, Instant now, SecureRandom random) {
        try {
            RSAKey pair = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .secureRandom(random)
                    .generate();
            return new ToolKey(pair, state, now, now);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java platform makes no RSA keys", impossible);
        }
    }

    /**
     * Reads what {@link #toPrivateJson()} wrote. State and times are the host's to keep beside it.
     *
     * @param since when it came into that state
     * @throws IllegalArgumentException for anything else; the text is not repeated
     */
    public static ToolKey fromPrivateJson(String json, KeyState state, Instant created, Instant since) {
        try {
            RSAKey pair = RSAKey.parse(json);
            boolean sound = pair.isPrivate()
                    && state != KeyState.REVOKED
                    && pair.size() >= BITS
                    && pair.computeThumbprint().toString().equals(pair.getKeyID());
            if (sound) {
                return new ToolKey(pair, state, created, since);
            }
        } catch (ParseException | JOSEException unreadable) {
            // The cause is left out on purpose: its message may repeat parts of a private key.
            throw new IllegalArgumentException("a stored tool key cannot be read");
        }
        throw new IllegalArgumentException(
                "a stored tool key is no RSA pair of 2048 bits or more named by its thumbprint");
    }

    /**
     * The whole pair as a JWK. Secret: the host encrypts it before it is stored.
     *
     * @throws IllegalStateException when it was revoked
     */
    public String toPrivateJson() {
        return whole().toJSONString();
    }

    /** Its name in key sets and in the header of what it signs. */
    public String kid() {
        return pair.getKeyID();
    }

    /** Where it is in its life. */
    public KeyState state() {
        return state;
    }

    /** When it was made. */
    public Instant created() {
        return created;
    }

    /** When it came into its state. */
    public Instant since() {
        return since;
    }

    /** The same key in another state from {@code now} on; revoked ones stay so. */
    ToolKey in(KeyState other, Instant now) {
        if (state == KeyState.REVOKED) {
            throw new IllegalArgumentException("tool key " + kid() + " is revoked");
        }
        return new ToolKey(other == KeyState.REVOKED ? pair.toPublicJWK() : pair, other, created, now);
    }

    /** The half that platforms verify with. */
    public RSAPublicKey publicKey() {
        try {
            return pair.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("tool key " + kid() + " cannot be used", impossible);
        }
    }

    /**
     * The secret half.
     *
     * @throws IllegalStateException when it was revoked
     */
    public RSAPrivateKey privateKey() {
        try {
            return whole().toRSAPrivateKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("tool key " + kid() + " cannot be used", impossible);
        }
    }

    /**
     * Signs the claims with RS256; the header names this key and says {@code JWT} (Security Framework 1.0 §5.1.1).
     *
     * @throws IllegalStateException when it was revoked
     */
    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(kid())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(whole()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("tool key " + kid() + " cannot sign", impossible);
        }
    }

    private RSAKey whole() {
        if (!pair.isPrivate()) {
            throw new IllegalStateException("tool key " + kid() + " is revoked");
        }
        return pair;
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
