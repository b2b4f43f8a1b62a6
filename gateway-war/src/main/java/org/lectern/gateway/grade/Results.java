package org.lectern.gateway.grade;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.session.LearnerKey;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.grade.Result;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * What the platform's gradebook shows for a link, beside what was sent. Read at most every half minute for each link, whoever asks;
 * without an answer it says why. Safe for any thread; blocks the calling one for as long as the platform takes, 20 s at most for
 * each page of the list.
 */
@ApplicationScoped
public class Results {

    private static final Logger LOG = System.getLogger(Results.class.getName());
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final Gradebooks gradebooks;
    private final LinkTable links;
    private final StandingTable standings;
    private final MasterKey masterKey;
    private final Cache<Link.Key, Read> memories;

    @Inject
    public Results(Gradebooks gradebooks, LinkTable links, StandingTable standings, MasterKey masterKey, Clock clock) {
        this.gradebooks = gradebooks;
        this.links = links;
        this.standings = standings;
        this.masterKey = masterKey;
        this.memories = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    protected Results() { // CDI proxy
        this(null, null, null, null, null);
    }

    /** How much is known of a link's grades. */
    public enum State {
        /** The link has no grade. */
        UNGRADED,
        /** The gradebook was read. */
        READ,
        /** The gradebook could not be read; what was sent is known all the same. */
        UNAVAILABLE
    }

    /**
     * A link's grades.
     *
     * @param fault a stable word for why it is unavailable, such as {@code service.forbidden}
     * @param marks by our key of the learner
     */
    public record OfLink(State state, Optional<String> fault, Map<String, Mark> marks) {}

    /**
     * One learner's grade.
     *
     * @param shown what the gradebook shows, 0 to 100 percent of its maximum; empty if nothing, or if it was not read
     * @param sent what was sent last, 0 to 100
     * @param state of what was sent: {@code waiting}, {@code delivered}, or {@code declined} when the platform gives this person no grades
     */
    public record Mark(Optional<BigDecimal> shown, Optional<Integer> sent, Optional<String> state) {}

    private record Read(Optional<String> fault, Map<String, BigDecimal> shown) {}

    /** The grades of one link. */
    public OfLink of(TenantId tenant, String platform, String linkId) {
        Link.Key key = new Link.Key(tenant, platform, linkId);
        Optional<Link> link = links.find(key).filter(known -> known.mode() != Mode.NONE);
        if (link.isEmpty()) {
            return new OfLink(State.UNGRADED, Optional.empty(), Map.of());
        }
        Read read = read(link.get());
        Map<String, Mark> marks = new HashMap<>();
        read.shown()
                .forEach((learner, shown) ->
                        marks.put(learner, new Mark(Optional.of(shown), Optional.empty(), Optional.empty())));
        standings
                .of(key)
                .forEach((learner, standing) -> marks.put(
                        learner,
                        new Mark(
                                Optional.ofNullable(read.shown().get(learner)),
                                Optional.of(standing.given()),
                                Optional.of(standing.state().text()))));
        return new OfLink(read.fault().isEmpty() ? State.READ : State.UNAVAILABLE, read.fault(), Map.copyOf(marks));
    }

    private Read read(Link link) {
        Read read = memories.getIfPresent(link.key());
        if (read == null) { // not within the cache, where others would wait for this platform
            read = fresh(link);
            memories.put(link.key(), read);
        }
        return read;
    }

    private Read fresh(Link link) {
        Optional<PlatformRegistration> registration =
                gradebooks.registration(link.key().tenant(), link.key().platform());
        if (registration.isEmpty()) {
            return new Read(Optional.of("registration.gone"), Map.of());
        } else if (link.lineItem().isEmpty()) {
            return new Read(Optional.empty(), Map.of());
        }
        try {
            List<Result> results = gradebooks
                    .of(registration.get(), link.scopes())
                    .results(link.lineItem().get(), Optional.empty());
            return new Read(
                    Optional.empty(),
                    shown(link.key().tenant(), registration.get().issuer(), results));
        } catch (ServiceFailed failed) {
            LOG.log(
                    Level.INFO,
                    "results not read tenant=" + link.key().tenant() + " platform="
                            + link.key().platform() + " reason=" + failed.getMessage());
            return new Read(Optional.of(failed.fault().code()), Map.of());
        }
    }

    private Map<String, BigDecimal> shown(TenantId tenant, String issuer, List<Result> results) {
        LearnerKey names = LearnerKey.at(masterKey, tenant, issuer);
        Map<String, BigDecimal> shown = new HashMap<>();
        for (Result result : results) {
            result.score()
                    .flatMap(score -> percent(score, result.maximum().orElse(BigDecimal.ONE)))
                    .ifPresent(percent -> shown.put(names.of(result.userId()), percent));
        }
        return shown;
    }

    // Without a maximum a result is out of 1 (AGS 2.0 §3.3.4).
    private static Optional<BigDecimal> percent(BigDecimal score, BigDecimal maximum) {
        return maximum.signum() <= 0
                ? Optional.empty()
                : Optional.of(score.movePointRight(2).divide(maximum, 1, RoundingMode.HALF_UP));
    }
}
