package org.lectern.lti.keys;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tool's key pairs: one active one to sign with, any number of next and retiring ones that are published beside it (Security
 * Framework 1.0 §6.3). Immutable: every step gives new keys, which the host stores; {@link KeyRotation} knows when it is time.
 */
public final class ToolKeys implements Signer {
    private final List<ToolKey> keys;

    /** @throws IllegalArgumentException unless exactly one is active and all have different names */
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

    /** The one that signs. */
    public ToolKey active() {
        return keys.stream()
                .filter(key -> key.state() == KeyState.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    /** The one that signs after it: of several the one that is published longest. */
    public Optional<ToolKey> next() {
        return keys.stream()
                .filter(key -> key.state() == KeyState.NEXT)
                .min(Comparator.comparing(ToolKey::since).thenComparing(ToolKey::kid));
    }

    /** All, in any order. */
    public List<ToolKey> all() {
        return keys;
    }

    /** Adds a key; it must not be active. */
    public ToolKeys with(ToolKey key) {
        List<ToolKey> more = new ArrayList<>(keys);
        more.add(key);
        return new ToolKeys(more);
    }

    /**
     * Signs with that key from now on; the one before is retiring. Once retiring, a key does not come back.
     *
     * @throws IllegalArgumentException when no next key has that name
     */
    public ToolKeys activate(String kid, Instant now) {
        if (keys.stream().noneMatch(key -> key.kid().equals(kid) && key.state() == KeyState.NEXT)) {
            throw new IllegalArgumentException("no next tool key is named " + kid);
        }
        return changed(active().kid(), KeyState.RETIRING, kid, now);
    }

    /**
     * Neither signs with that key nor publishes it from now on. When it was the active one, the {@link #next()} one takes its place.
     *
     * @throws IllegalArgumentException when no key has that name, or it is the active one and there is no next
     */
    public ToolKeys revoke(String kid, Instant now) {
        ToolKey key = keys.stream()
                .filter(one -> one.kid().equals(kid))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tool key is named " + kid));
        String heir = key.state() == KeyState.ACTIVE
                ? next().orElseThrow(() -> new IllegalArgumentException("there is no next tool key"))
                        .kid()
                : "";
        return key.state() == KeyState.REVOKED ? this : changed(kid, KeyState.REVOKED, heir, now);
    }

    private ToolKeys changed(String kid, KeyState state, String activated, Instant now) {
        return new ToolKeys(keys.stream()
                .map(key -> key.kid().equals(kid)
                        ? key.in(state, now)
                        : key.kid().equals(activated) ? key.in(KeyState.ACTIVE, now) : key)
                .toList());
    }

    /** Forgets a key that is not active, at the end of its retirement. */
    public ToolKeys without(String kid) {
        return new ToolKeys(keys.stream().filter(key -> !key.kid().equals(kid)).toList());
    }

    /** Signs with the active key. */
    @Override
    public String sign(JWTClaimsSet claims) {
        return active().sign(claims);
    }

    /** The public halves of all keys that are not revoked, as a JSON Web Key Set (RFC 7517), ready to be served. */
    public String publicJwks() {
        return JSONObjectUtils.toJSONString(Map.of(
                "keys",
                keys.stream()
                        .filter(key -> key.state() != KeyState.REVOKED)
                        .map(ToolKey::publicJwk)
                        .toList()));
    }
}
