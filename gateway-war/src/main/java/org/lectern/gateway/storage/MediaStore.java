package org.lectern.gateway.storage;

import java.io.InputStream;
import java.util.OptionalLong;
import org.lectern.config.tenant.TenantId;

/**
 * Where the bytes of this deployment's videos lie. An object is put whole or grows step by step; it is read only when it is whole, and
 * never changes then. Every call is durable when it returns and throws {@link StorageFailed} otherwise. Safe for any thread; one growing
 * object is for one writer at a time, which the caller sees to.
 */
public interface MediaStore {

    /** The size of a good step in bytes. S3 takes no smaller part of an object, but for its last. */
    int STEP = 5 * 1024 * 1024;

    /** A small object of a media type; answers its name. */
    String put(TenantId tenant, byte[] bytes, String type);

    /** A new object that grows. Its type is what it is going to be served as, as far as the store tells it to anybody itself. */
    Growth begin(TenantId tenant, String type);

    /**
     * Adds to it what stands at {@code bytes[0..length)}.
     *
     * @param growth as the last step left it; anything that the store has beyond it is forgotten
     */
    Growth append(Growth growth, byte[] bytes, int length);

    /** Makes it whole. Asking again changes nothing. */
    void finish(Growth growth);

    /** Takes back everything of it, whole or not. Asking again changes nothing. */
    void abandon(Growth growth);

    /**
     * A part of a whole object, read while it is sent. Closing early hangs up.
     *
     * @throws NotInStorage when there is no such object
     */
    InputStream open(String object, long first, long length);

    /** Takes an object away, if it is there. */
    void delete(String object);

    /** How many bytes still fit, where the store knows. */
    OptionalLong room();
}
