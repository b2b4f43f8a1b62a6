package org.lectern.lti.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.lectern.lti.keys.Signer;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * Access tokens for platforms' services (Security Framework 1.0 §4.1; RFC 7523). One is kept per registration and set of scopes until
 * shortly before it expires; never shared between registrations, even of one issuer. Whoever needs a new one waits for the
 * same request; a refusal is remembered for some seconds, so that many callers do not ask again one after the other. A
 * registration whose values changed is another one. Thread-safe; blocks its callers.
 */
public final class AccessTokens {
    private static final int MOST_KEPT = 2_000;
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

    private final TokenEndpoint endpoint;
    private final Clock clock;
    private final Map<Asked, Slot> slots = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Slot> leastUsed) {
            return size() > MOST_KEPT;
        }
    };

    public AccessTokens(ServiceHttp http, Signer signer, Clock clock, SecureRandom random) {
        this.endpoint = new TokenEndpoint(http, new ClientAssertion(signer, clock, random), clock);
        this.clock = clock;
    }

    /** @throws ServiceFailed with one of the faults {@code token.…} */
    AccessToken get(PlatformRegistration registration, Set<String> scopes) {
        Asked asked = new Asked(registration, Set.copyOf(scopes));
        return slot(asked).get(asked);
    }

    /** Forgets a token that a service did not accept; one that was fetched meanwhile stays. */
    void drop(PlatformRegistration registration, Set<String> scopes, AccessToken refused) {
        slot(new Asked(registration, Set.copyOf(scopes))).drop(refused);
    }

    private Slot slot(Asked asked) {
        synchronized (slots) {
            return slots.computeIfAbsent(asked, fresh -> new Slot());
        }
    }

    private record Asked(PlatformRegistration registration, Set<String> scopes) {}

    /** One registration's token for one set of scopes. */
    private final class Slot {
        private final ReentrantLock asking = new ReentrantLock();
        private AccessToken token;
        private ServiceFailed failure;
        private Instant failedUntil = Instant.MIN;

        AccessToken get(Asked asked) {
            asking.lock();
            try {
                Instant now = clock.instant();
                if (token != null && now.isBefore(token.usableUntil())) {
                    return token;
                }
                if (now.isBefore(failedUntil)) {
                    throw failure;
                }
                return fetch(asked);
            } finally {
                asking.unlock();
            }
        }

        private AccessToken fetch(Asked asked) {
            try {
                token = endpoint.ask(asked.registration(), asked.scopes());
                failedUntil = Instant.MIN;
                return token;
            } catch (ServiceFailed refused) {
                token = null;
                failure = refused;
                failedUntil = clock.instant().plus(FAILURE_KEPT);
                throw refused;
            }
        }

        void drop(AccessToken refused) {
            asking.lock();
            try {
                if (refused.equals(token)) {
                    token = null;
                }
            } finally {
                asking.unlock();
            }
        }
    }
}
