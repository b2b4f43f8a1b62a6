package org.lectern.config.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens what the database keeps for us: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits, bound to its
 * {@link Place}. Safe for any thread.
 */
public final class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String keyId;
    private final SecretKeySpec key;
    private final SecureRandom random;

    public Vault(MasterKey masterKey, SecureRandom random) {
        this.keyId = masterKey.id();
        this.key = new SecretKeySpec(masterKey.derive("lectern vault", MasterKey.LENGTH), "AES");
        this.random = random;
    }

    /** Sealed anew each time: two sealed texts never tell whether their contents are equal. */
    public Sealed seal(String secret, Place place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] cipherText =
                    cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return Sealed.of(
                    keyId,
                    ByteBuffer.allocate(nonce.length + cipherText.length)
                            .put(nonce)
                            .put(cipherText)
                            .array());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(CIPHER, everyJavaHasIt);
        }
    }

    /**
     * What was sealed for this place.
     *
     * @throws CannotOpen if another key sealed it, or it was changed, or it belongs to another place
     */
    public String open(Sealed sealed, Place place) {
        if (!sealed.keyId().equals(keyId)) {
            throw new CannotOpen("Cannot open " + place + ": master key " + sealed.keyId()
                    + " sealed it, but the one in use is " + keyId
                    + ". Let lectern.secret-key-file name the former key's file, or enter the secret again.");
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(sealed.nonceAndCipherText());
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] cipherText = new byte[bytes.remaining()];
            bytes.get(cipherText);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(cipherText), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new CannotOpen(
                    "Cannot open " + place + ": the stored text was changed, or copied from another place."
                            + " Restore that row from a backup, or enter the secret again.",
                    changed);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, Place place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.associatedData());
        return cipher;
    }
}
