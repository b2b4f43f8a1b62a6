package org.lectern.config.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A master key as files hold it: 32 raw bytes, or base64 of them. */
final class KeyText {

    private KeyText() {}

    static Optional<MasterKey> parse(byte[] file) {
        // 32 printable characters are no random bytes, but a password or half a key.
        if (file.length == MasterKey.LENGTH && !printable(file)) {
            return Optional.of(new MasterKey(file));
        }
        String text = new String(file, StandardCharsets.ISO_8859_1)
                .strip()
                .replace('-', '+')
                .replace('_', '/');
        try {
            return Optional.of(Base64.getDecoder().decode(text))
                    .filter(bytes -> bytes.length == MasterKey.LENGTH)
                    .map(MasterKey::new);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static byte[] write(MasterKey key) {
        return (Base64.getEncoder().encodeToString(key.bytes()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean printable(byte[] file) {
        for (byte one : file) {
            if (one < ' ' || one == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
