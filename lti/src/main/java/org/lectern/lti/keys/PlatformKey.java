package org.lectern.lti.keys;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** One usable key of a platform; {@code algorithm} is what the platform limits it to, if anything. */
record PlatformKey(String kid, Optional<String> algorithm, RSAPublicKey key) {

    boolean allows(String asked) {
        return algorithm.map(asked::equals).orElse(true);
    }
}
