package org.lectern.gateway.storage;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.lectern.config.tenant.TenantId;

/** Names of objects: the institution's folder, then 128 random bits. Nothing that a person typed is ever in one. */
final class ObjectName {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}/[0-9a-f]{32}");
    private static final int RANDOM_BYTES = 16;

    private ObjectName() {}

    static String fresh(TenantId tenant, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return tenant + "/" + HexFormat.of().formatHex(bytes);
    }

    /**
     * The same name.
     *
     * @throws IllegalArgumentException when it was not made here
     */
    static String checked(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of an object of this storage: " + name);
        }
        return name;
    }
}
