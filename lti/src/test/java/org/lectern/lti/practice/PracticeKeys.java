package org.lectern.lti.practice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Key pairs by number, made once per process, since making them is slow. */
public final class PracticeKeys {
    private static final Map<Integer, RSAKey> MADE = new ConcurrentHashMap<>();

    private PracticeKeys() {}

    public static RSAKey number(int number) {
        return MADE.computeIfAbsent(number, PracticeKeys::make);
    }

    private static RSAKey make(int number) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID("practice-" + number)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
