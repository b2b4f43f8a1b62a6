package org.lectern.lti.keys;

import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * The public keys of all platforms, cached by key set URL. Ask only for launches whose state is live: then strangers
 * cannot make it fetch at all. Key sets are refreshed ahead of need on {@code background}, or in the caller's thread if
 * that is {@code Runnable::run}. Thread-safe.
 */
public final class PlatformKeys {
    private final KeySetSource source;
    private final KeySetSettings settings;
    private final Clock clock;
    private final Executor background;
    private final RefetchBudget budget;
    private final Map<URI, CachedKeySet> sets;

    public PlatformKeys(KeySetSource source, KeySetSettings settings, Clock clock, Executor background) {
        this.source = source;
        this.settings = settings;
        this.clock = clock;
        this.background = background;
        this.budget = new RefetchBudget(settings.missBurst(), settings.missRefill(), clock.instant());
        this.sets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<URI, CachedKeySet> leastUsed) {
                return size() > settings.maxKeySets();
            }
        };
    }

    /**
     * The platform's key of that name for that algorithm.
     *
     * @throws LaunchRejected {@code jwt.kid_unknown} or {@code keys.unavailable}
     */
    public RSAPublicKey find(PlatformRegistration registration, String kid, String algorithm) {
        PlatformKey key = lookUp(registration, kid);
        if (!key.allows(algorithm)) {
            throw new LaunchRejected(
                    LaunchRefusal.JWT_KID_UNKNOWN, "the key of this name is published for another algorithm");
        }
        return key.key();
    }

    private PlatformKey lookUp(PlatformRegistration registration, String kid) {
        try {
            return set(registration.jwksUrl())
                    .find(kid)
                    .orElseThrow(() -> new LaunchRejected(
                            LaunchRefusal.JWT_KID_UNKNOWN, "no key of this name in the platform's key set"));
        } catch (KeySetUnavailable unavailable) {
            throw new LaunchRejected(LaunchRefusal.KEYS_UNAVAILABLE, unavailable.getMessage(), unavailable);
        }
    }

    private CachedKeySet set(URI url) {
        synchronized (sets) {
            return sets.computeIfAbsent(
                    url, fresh -> new CachedKeySet(fresh, source, settings, budget, clock, background));
        }
    }
}
