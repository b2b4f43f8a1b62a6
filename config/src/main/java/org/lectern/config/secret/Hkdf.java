package org.lectern.config.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keys from a key: HKDF with SHA-256 (RFC 5869), which Java 17 does not have. */
final class Hkdf {

    private static final int HASH_LENGTH = 32;

    private Hkdf() {}

    /** Without salt, as the input is uniformly random. */
    static byte[] derive(byte[] key, String info, int length) {
        return derive(key, new byte[HASH_LENGTH], info.getBytes(StandardCharsets.UTF_8), length);
    }

    static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) {
        byte[] extracted = HmacSha256.of(salt, key);
        byte[] derived = new byte[0];
        byte[] block = new byte[0];
        for (byte counter = 1; derived.length < length; counter++) {
            block = HmacSha256.of(extracted, block, info, new byte[] {counter});
            int filled = derived.length;
            derived = Arrays.copyOf(derived, filled + HASH_LENGTH);
            System.arraycopy(block, 0, derived, filled, HASH_LENGTH);
        }
        return Arrays.copyOf(derived, length);
    }
}
