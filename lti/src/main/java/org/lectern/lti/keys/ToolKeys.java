package org.lectern.lti.keys;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The tool's key pairs: one active one to sign with, any number of next and retiring ones that are published beside it.
 * Immutable: every step of a rotation gives new keys, which the host stores.
 */
public final class ToolKeys implements Signer {
    private final List<ToolKey> keys;

    public ToolKeys(Collection<ToolKey> keys) {
        this.keys = List.copyOf(keys);
        long active =
                this.keys.stream().filter(key -> key.state() == KeyState.ACTIVE).count();
        if (active != 1) {
            throw new IllegalArgumentException("tool keys need exactly one active key, found " + active);
        }
        if (this.keys.stream().map(ToolKey::kid).distinct().count() != this.keys.size()) {
            throw new IllegalArgumentException("two tool keys have the same name (kid)");
        }
    }

    /** A first set: one active key, and the next one, so that platforms have seen it before it is needed. */
    public static ToolKeys generate(Instant now, SecureRandom random) {
        return new ToolKeys(
                List.of(ToolKey.generate(KeyState.ACTIVE, now, random), ToolKey.generate(KeyState.NEXT, now, random)));
    }

    public ToolKey active() {
        return keys.stream()
                .filter(key -> key.state() == KeyState.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    public List<ToolKey> all() {
        return keys;
    }

    /** Adds a key; it must not be active. */
    public ToolKeys with(ToolKey key) {
        List<ToolKey> more = new ArrayList<>(keys);
        more.add(key);
        return new ToolKeys(more);
    }

    /** Signs with that key from now on; the one before is retiring. Once retiring, a key does not come back. */
    public ToolKeys activate(String kid) {
        if (keys.stream().noneMatch(key -> key.kid().equals(kid) && key.state() == KeyState.NEXT)) {
            throw new IllegalArgumentException("no next tool key is named " + kid);
        }
        return new ToolKeys(keys.stream()
                .map(key -> key.kid().equals(kid)
                        ? key.in(KeyState.ACTIVE)
                        : key.state() == KeyState.ACTIVE ? key.in(KeyState.RETIRING) : key)
                .toList());
    }

    /** Drops a key that is not active: at the end of its retirement, or at once when it was stolen. */
    public ToolKeys without(String kid) {
        return new ToolKeys(keys.stream().filter(key -> !key.kid().equals(kid)).toList());
    }

    /** Signs with the active key. */
    @Override
    public String sign(JWTClaimsSet claims) {
        return active().sign(claims);
    }

    /** The public halves of all keys as a JSON Web Key Set (RFC 7517), ready to be served. */
    public String publicJwks() {
        return JSONObjectUtils.toJSONString(
                Map.of("keys", keys.stream().map(ToolKey::publicJwk).toList()));
    }
}
