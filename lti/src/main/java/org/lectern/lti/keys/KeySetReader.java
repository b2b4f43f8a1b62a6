package org.lectern.lti.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a JSON Web Key Set (RFC 7517 §5). Keys that cannot serve (other types or uses, too short, with their private half
 * in the open) are left out; a set that is too large, contradicts itself or has no usable key is refused as a whole.
 */
final class KeySetReader {
    private static final int MAX_KEYS = 500;
    private static final int MIN_BITS = 2048;
    // Checking a signature against an enormous modulus takes seconds: it would be a way to stop the tool.
    private static final int MAX_BITS = 8192;

    private KeySetReader() {}

    static Map<String, PlatformKey> read(KeySetAnswer answer) throws KeySetUnavailable {
        Map<String, PlatformKey> usable = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Object entry : entries(answer)) {
            if (!(entry instanceof Map<?, ?> key) || !(key.get("kid") instanceof String kid)) {
                continue;
            }
            if (!seen.add(kid)) {
                throw new KeySetUnavailable("the key set has two keys of one name (kid)");
            }
            usable(key, kid).ifPresent(one -> usable.put(kid, one));
        }
        if (usable.isEmpty()) {
            throw new KeySetUnavailable("the key set has no usable RSA signing key with a name (kid)");
        }
        return Map.copyOf(usable);
    }

    private static List<?> entries(KeySetAnswer answer) {
        if (answer.status() != 200) {
            throw new KeySetUnavailable("the key set address answered HTTP " + answer.status());
        }
        String body = answer.body();
        if (body.length() > KeySetAnswer.LIMIT || body.getBytes(StandardCharsets.UTF_8).length > KeySetAnswer.LIMIT) {
            throw new KeySetUnavailable("the key set is larger than " + KeySetAnswer.LIMIT + " bytes");
        }
        List<?> entries = parsed(body);
        if (entries.size() > MAX_KEYS) {
            throw new KeySetUnavailable("the key set has more than " + MAX_KEYS + " keys");
        }
        return entries;
    }

    private static List<?> parsed(String body) {
        try {
            Map<String, Object> set = JSONObjectUtils.parse(body);
            if (set != null && set.get("keys") instanceof List<?> keys) {
                return keys;
            }
        } catch (ParseException notJson) {
            throw new KeySetUnavailable("the key set address answered something that is not JSON", notJson);
        }
        throw new KeySetUnavailable("the key set has no list of keys");
    }

    private static Optional<PlatformKey> usable(Map<?, ?> key, String kid) {
        boolean signing = "RSA".equals(key.get("kty")) && (key.get("use") == null || "sig".equals(key.get("use")));
        boolean exposed = key.containsKey("d");
        if (!signing || exposed || !(key.get("n") instanceof String n) || !(key.get("e") instanceof String e)) {
            return Optional.empty();
        }
        return rsa(n, e)
                .map(rsa -> new PlatformKey(
                        kid, key.get("alg") instanceof String alg ? Optional.of(alg) : Optional.empty(), rsa));
    }

    private static Optional<RSAPublicKey> rsa(String n, String e) {
        try {
            // From modulus and exponent alone: certificates beside them (x5c, x5u) are not what the platform is trusted
            // by.
            RSAPublicKey key = new RSAKey.Builder(new Base64URL(n), new Base64URL(e))
                    .build()
                    .toRSAPublicKey();
            int bits = key.getModulus().bitLength();
            BigInteger exponent = key.getPublicExponent();
            boolean sound = bits >= MIN_BITS
                    && bits <= MAX_BITS
                    && exponent.testBit(0)
                    && exponent.compareTo(BigInteger.valueOf(3)) >= 0
                    && exponent.bitLength() <= 64;
            return sound ? Optional.of(key) : Optional.empty();
        } catch (JOSEException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
