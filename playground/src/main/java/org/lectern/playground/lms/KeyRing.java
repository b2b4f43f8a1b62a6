package org.lectern.playground.lms;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A platform's RSA keys, the signing one first. Made on first use, since ten institutions would otherwise hold up the
 * start. Safe for many threads.
 */
final class KeyRing {
    private static final int BITS = 2048;
    private final SecureRandom random;
    private final List<JWK> keys = new ArrayList<>();

    KeyRing(SecureRandom random) {
        this.random = random;
    }

    synchronized RSAKey signing() {
        if (keys.isEmpty()) {
            keys.add(fresh());
        }
        return keys.get(0).toRSAKey();
    }

    /** A new signing key; with overlap the last one stays in the key set, without it only the new one is there. */
    synchronized RSAKey rotate(boolean overlap) {
        RSAKey last = signing();
        keys.clear();
        keys.add(fresh());
        if (overlap) {
            keys.add(last);
        }
        return signing();
    }

    /** The public halves, as the key set shows them. */
    synchronized JWKSet publicKeys() {
        signing();
        return new JWKSet(List.copyOf(keys)).toPublicJWKSet();
    }

    /** A key that no set shows. */
    RSAKey fresh() {
        byte[] name = new byte[10];
        random.nextBytes(name);
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(HexFormat.of().formatHex(name))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .secureRandom(random)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }
}
