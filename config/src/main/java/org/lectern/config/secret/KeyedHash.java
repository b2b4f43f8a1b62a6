package org.lectern.config.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.lectern.config.tenant.TenantId;

/**
 * Names that stand for people: HMAC-SHA-256 with a key of its own per tenant and purpose. The same person has the same name
 * there for ever, and no name can be led back to a person, or matched with another tenant's, without the master key.
 * Never changes; safe for any thread.
 */
public final class KeyedHash {

    private final byte[] key;

    private KeyedHash(byte[] key) {
        this.key = key;
    }

    /** @param purpose what the names are for, such as {@code learner} or {@code actor}; names for two purposes have nothing in common */
    public static KeyedHash of(MasterKey masterKey, TenantId tenant, String purpose) {
        // A tenant id has no space, so no two pairs have the same text.
        return new KeyedHash(masterKey.derive("lectern hash " + tenant + " " + purpose, MasterKey.LENGTH));
    }

    /**
     * 64 hexadecimal digits in lower case.
     *
     * @param parts who it is, such as issuer and subject; kept apart, so that "a", "bc" is someone else than "ab", "c"
     */
    public String hex(String... parts) {
        byte[][] framed = Arrays.stream(parts)
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .map(bytes -> ByteBuffer.allocate(Integer.BYTES + bytes.length)
                        .putInt(bytes.length)
                        .put(bytes)
                        .array())
                .toArray(byte[][]::new);
        return HexFormat.of().formatHex(HmacSha256.of(key, framed));
    }

    @Override
    public String toString() {
        return "KeyedHash[hidden]";
    }
}
