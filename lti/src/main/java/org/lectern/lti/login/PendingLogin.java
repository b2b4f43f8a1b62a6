package org.lectern.lti.login;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A login that was started and not finished: the one single-use row a host stores. The three hashes are {@link SecretHash}
 * texts; {@code storageTarget} names the platform's frame for window messages. {@code used} tells a replayed launch
 * from one that was never started.
 */
public record PendingLogin(
        String stateHash,
        String nonceHash,
        String bindingHash,
        String issuer,
        String clientId,
        Optional<String> deploymentHint,
        URI targetLinkUri,
        Optional<String> storageTarget,
        Instant created,
        Instant expires,
        boolean used) {

    public PendingLogin {
        requireHash(stateHash);
        requireHash(nonceHash);
        requireHash(bindingHash);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(deploymentHint);
        Objects.requireNonNull(targetLinkUri);
        Objects.requireNonNull(storageTarget);
        if (!expires.isAfter(created)) {
            throw new IllegalArgumentException("a pending login must expire after it was created");
        }
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expires);
    }

    public PendingLogin consumed() {
        return new PendingLogin(
                stateHash,
                nonceHash,
                bindingHash,
                issuer,
                clientId,
                deploymentHint,
                targetLinkUri,
                storageTarget,
                created,
                expires,
                true);
    }

    private static void requireHash(String hash) {
        if (hash == null || !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
        }
    }
}
