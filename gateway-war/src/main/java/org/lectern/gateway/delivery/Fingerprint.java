package org.lectern.gateway.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lectern.config.lrs.Destination;

/** Tells whether a destination's settings are still those that a lane was paused with, without keeping them. Pure. */
public final class Fingerprint {

    /** Of a destination that is not configured any more. */
    static final String NONE = "none";

    private Fingerprint() {}

    /** The same for the same settings. Cut to 32 bits: enough to notice a change, too little to confirm a guessed secret. */
    public static String of(Destination to) {
        String settings = String.join(
                "\n",
                to.endpoint().toString(),
                to.credentials().authorization(),
                to.version(),
                to.dialect().name(),
                String.valueOf(to.gzip()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(settings.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
