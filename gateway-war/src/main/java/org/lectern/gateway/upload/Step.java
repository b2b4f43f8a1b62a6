package org.lectern.gateway.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.lectern.gateway.storage.MediaStore;

/**
 * The next bytes of a request, as many as make a good step for storage, or what came within two seconds: what was read for long and not yet
 * kept would be lost with this process. Its memory grows with what comes. For one thread.
 */
final class Step {

    private static final int FIRST = 64 * 1024;
    private static final long LONGEST_NANOS = 2_000_000_000L;

    private final InputStream in;
    private final LongSupplier nanos;
    private byte[] bytes = new byte[FIRST];
    private int length;
    private boolean ended;
    private boolean broken;

    Step(InputStream in, LongSupplier nanos) {
        this.in = in;
        this.nanos = nanos;
    }

    /** Reads on, at most so many bytes. */
    void read(long most) {
        long begun = nanos.getAsLong();
        int wanted = (int) Math.min(most, MediaStore.STEP);
        length = 0;
        while (length < wanted && !ended && nanos.getAsLong() - begun < LONGEST_NANOS) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(MediaStore.STEP, bytes.length * 2));
            }
            int read = some(Math.min(wanted, bytes.length) - length);
            ended = read < 0;
            length += Math.max(0, read);
        }
    }

    /** A connection that breaks ends the request, too: what came before counts. */
    private int some(int most) {
        try {
            return in.read(bytes, length, most);
        } catch (IOException lost) {
            broken = true;
            return -1;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Whether nothing comes after this. */
    boolean last() {
        return ended;
    }

    /** Whether the connection broke. */
    boolean broken() {
        return broken;
    }

    /** What it begins with. */
    byte[] beginning() {
        return Arrays.copyOf(bytes, Math.min(length, VideoContent.BEGINNING));
    }
}
