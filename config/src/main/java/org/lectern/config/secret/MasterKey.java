package org.lectern.config.secret;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret from which a deployment's other keys are derived; 32 bytes. Never used itself for a cipher or hash, never
 * printed. All nodes of a deployment need the same one. Never changes; safe for any thread.
 */
public final class MasterKey {

    static final int LENGTH = 32;
    private static final int ID_LENGTH = 4;

    private final byte[] bytes;

    MasterKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a master key has " + LENGTH + " bytes, found " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /** A new one. */
    public static MasterKey random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /** Tells keys apart without telling them: 8 hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(derive("lectern key id", ID_LENGTH));
    }

    /** Another key for one purpose; from it neither this one nor those for other purposes can be told. */
    byte[] derive(String purpose, int length) {
        return Hkdf.derive(bytes, purpose, length);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "MasterKey[" + id() + "]";
    }
}
