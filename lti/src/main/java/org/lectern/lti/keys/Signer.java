package org.lectern.lti.keys;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Signs what the tool tells a platform: client assertions (Security Framework 1.0 §4.1.2) and deep linking responses (§5.2). A host
 * that rotates its keys hands this out instead of a key, so that every token is signed by the key that is active then. Safe for any
 * thread.
 */
@FunctionalInterface
public interface Signer {

    /**
     * The compact JWT: RS256, with {@code typ} and the {@code kid} under which platforms find the public half.
     *
     * @param claims what is said; times are its maker's
     */
    String sign(JWTClaimsSet claims);
}
