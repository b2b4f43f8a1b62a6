package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/**
 * How many facts one session may send (research A.11): so many a second over the long run, {@link #AT_ONCE} worth of them at once. A
 * real page never meets this, not even after a day off line; a script that uses a learner's token does. On this node only, in
 * memory, for the sessions heard last; a forgotten one begins anew. Safe for any thread.
 */
@ApplicationScoped
public class FactsRate {

    /** A page keeps about 2,000 facts at most while it is off line, and sends them all when it is back. */
    static final Duration AT_ONCE = Duration.ofSeconds(250);

    private static final int SESSIONS = 20_000;
    private static final long SECOND = 1_000_000_000;

    private final int perSecond;
    private final Meter meter;
    private final Map<UUID, Instant> spent;

    @Inject
    public FactsRate(Config config, Meter meter) {
        this(PlaybackSettings.read(config).factsPerSecond(), SESSIONS, meter);
    }

    /**
     * @param perSecond facts; 0 for any number
     * @param sessions how many are remembered
     */
    FactsRate(int perSecond, int sessions, Meter meter) {
        this.perSecond = perSecond;
        this.meter = meter;
        this.spent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Instant> leastUsed) {
                return size() > sessions;
            }
        };
    }

    protected FactsRate() { // CDI proxy
        this(0, 0, null);
    }

    /**
     * Counts the facts of a request, or refuses all of them; refused ones do not count. A request is admitted whole as long as anything
     * is left, however large it is: it cannot be told in halves.
     *
     * @throws Problem 429 with the time to wait
     */
    public void admit(LearnerSession session, int facts, Instant now) {
        if (perSecond == 0) {
            return;
        }
        Duration tooEarly = spend(session.id(), facts, now);
        if (tooEarly.isZero()) {
            return;
        }
        meter.add(session.tenant(), Meter.What.TOO_FAST, facts);
        throw new Problem(
                        429,
                        "facts.too_fast",
                        "This session sends more than " + perSecond
                                + " facts a second over minutes. Send the same again after the wait.")
                .retryAfter(tooEarly.plus(Duration.ofSeconds(1).minusNanos(1))); // the header counts whole seconds
    }

    /** How long to wait until the session may send; the facts are spent if that is no time. */
    private synchronized Duration spend(UUID session, int facts, Instant now) {
        Instant until = spent.getOrDefault(session, now);
        // Nobody can be further ahead than one whole request: then this node's clock was set back.
        boolean sane = until.isAfter(now) && !until.isAfter(now.plus(AT_ONCE).plus(worth(FactsJson.MOST_FACTS)));
        Instant from = sane ? until : now;
        Instant least = from.minus(AT_ONCE);
        if (least.isAfter(now)) {
            return Duration.between(now, least);
        }
        spent.put(session, from.plus(worth(facts)));
        return Duration.ZERO;
    }

    private Duration worth(int facts) {
        return Duration.ofNanos(SECOND / perSecond * facts);
    }
}
