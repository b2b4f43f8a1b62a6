package org.lectern.lti.keys;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One platform's key set. Readers of known keys never wait; everyone who needs a fetch waits for the same one. A good set
 * is replaced by a good set only. Thread-safe.
 */
final class CachedKeySet {
    private static final Logger LOG = System.getLogger(CachedKeySet.class.getName());
    private static final int REMEMBERED_MISSES = 64;

    private final URI url;
    private final KeySetSource source;
    private final KeySetSettings settings;
    private final RefetchBudget budget;
    private final Clock clock;
    private final Executor background;
    private final ReentrantLock fetching = new ReentrantLock();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final MissMemory misses;

    private volatile Loaded loaded = new Loaded(Map.of(), Instant.MIN);
    private volatile Failure failure = Failure.NONE;
    private Instant lastMissFetch = Instant.MIN;

    CachedKeySet(
            URI url,
            KeySetSource source,
            KeySetSettings settings,
            RefetchBudget budget,
            Clock clock,
            Executor background) {
        this.url = url;
        this.source = source;
        this.settings = settings;
        this.budget = budget;
        this.clock = clock;
        this.background = background;
        this.misses = new MissMemory(REMEMBERED_MISSES, settings.missWait().multipliedBy(2));
    }

    /**
     * The key of that name; empty when the platform does not publish it.
     *
     * @throws KeySetUnavailable when that cannot be known
     */
    Optional<PlatformKey> find(String kid) throws KeySetUnavailable {
        Loaded now = loaded;
        if (older(now.fetched(), settings.usableFor())) {
            load(kid);
            return lookUp(kid).or(() -> afterRefetch(kid));
        }
        Optional<PlatformKey> known = lookUp(kid);
        if (known.isEmpty()) {
            return afterRefetch(kid);
        }
        if (older(now.fetched(), settings.refreshAfter())) {
            refresh();
        }
        return known;
    }

    private void load(String kid) {
        fetching.lock();
        try {
            if (!older(loaded.fetched(), settings.usableFor())) {
                return;
            }
            if (older(failure.at(), settings.failureWait())) {
                fetch();
                // A first fetch for the sake of an invented name is that name's fetch, too.
                boolean invented = failure == Failure.NONE && lookUp(kid).isEmpty();
                lastMissFetch = invented ? clock.instant() : lastMissFetch;
            }
            if (older(loaded.fetched(), settings.usableFor())) {
                throw new KeySetUnavailable(failure.cause().getMessage(), failure.cause());
            }
        } finally {
            fetching.unlock();
        }
    }

    private Optional<PlatformKey> afterRefetch(String kid) {
        fetching.lock();
        try {
            Optional<PlatformKey> meanwhile = lookUp(kid);
            if (meanwhile.isPresent()) {
                return meanwhile;
            }
            if (mayFetchFor(kid)) {
                lastMissFetch = clock.instant();
                fetch();
            }
            Optional<PlatformKey> found = lookUp(kid);
            if (found.isEmpty() && failure != Failure.NONE) {
                throw new KeySetUnavailable(failure.cause().getMessage(), failure.cause());
            }
            if (found.isEmpty()) {
                misses.remember(kid, loaded.fetched());
            }
            return found;
        } finally {
            fetching.unlock();
        }
    }

    private boolean mayFetchFor(String kid) {
        if (!older(lastMissFetch, settings.missWait()) || !older(failure.at(), settings.failureWait())) {
            return false;
        }
        // By age a set may always be fetched, so that a flood of invented names cannot hide a rotation.
        return older(loaded.fetched(), settings.refreshAfter())
                || (!misses.holds(kid, clock.instant()) && budget.take(clock.instant()));
    }

    private void refresh() {
        if (!older(failure.at(), settings.missWait()) || !refreshing.compareAndSet(false, true)) {
            return;
        }
        try {
            background.execute(() -> {
                fetching.lock();
                try {
                    if (older(loaded.fetched(), settings.refreshAfter())) {
                        fetch();
                    }
                } finally {
                    fetching.unlock();
                    refreshing.set(false);
                }
            });
        } catch (RejectedExecutionException busy) {
            refreshing.set(false);
            LOG.log(Level.WARNING, "key set not refreshed, no thread free: host=" + url.getHost());
        }
    }

    /** Needs the lock. Never throws: a failure is remembered and the good set stays. */
    private void fetch() {
        try {
            Map<String, PlatformKey> keys = KeySetReader.read(source.fetch(url));
            loaded = new Loaded(keys, clock.instant());
            failure = Failure.NONE;
            misses.forget();
        } catch (RuntimeException failed) {
            KeySetUnavailable cause = failed instanceof KeySetUnavailable known
                    ? known
                    : new KeySetUnavailable("the key set could not be fetched", failed);
            failure = new Failure(cause, clock.instant());
            LOG.log(Level.WARNING, "key set not replaced: host=" + url.getHost() + " reason=" + cause.getMessage());
        }
    }

    private Optional<PlatformKey> lookUp(String kid) {
        return Optional.ofNullable(loaded.keys().get(kid));
    }

    private boolean older(Instant since, Duration age) {
        return since.equals(Instant.MIN) || !clock.instant().isBefore(since.plus(age));
    }

    private record Loaded(Map<String, PlatformKey> keys, Instant fetched) {}

    private record Failure(KeySetUnavailable cause, Instant at) {
        static final Failure NONE = new Failure(null, Instant.MIN);
    }
}
