package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.lectern.gateway.delivery.Carriers;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.playback.Viewed;
import org.lectern.gateway.playback.WatchingWitness;
import org.lectern.gateway.session.LearnerSession;

/** From how far learners are to scores in the outbox, in the transaction that accepts their facts. Safe for any thread. */
@ApplicationScoped
public class ScoresFromWatching implements WatchingWitness {

    private final KnownLinks links;
    private final StandingTable standings;
    private final Clock clock;

    @Inject
    public ScoresFromWatching(KnownLinks links, StandingTable standings, Clock clock) {
        this.links = links;
        this.standings = standings;
        this.clock = clock;
    }

    protected ScoresFromWatching() { // CDI proxy
        this(null, null, null);
    }

    private record Graded(Mode mode, ScoreRule.Reached reached) {

        /** Several reports of one learner in one transaction count as one. */
        Graded and(Graded later) {
            return new Graded(
                    mode,
                    new ScoreRule.Reached(
                            reached.share().max(later.reached.share()),
                            reached.completed() || later.reached.completed(),
                            reached.pausing() || later.reached.pausing()));
        }
    }

    @Override
    public boolean concerns(LearnerSession session, String media) {
        return graded(session, media).isPresent();
    }

    private Optional<Link> graded(LearnerSession session, String media) {
        return session.linkId()
                .filter(link -> session.role() == LearnerSession.Role.LEARNER)
                .flatMap(link -> links.find(new Link.Key(session.tenant(), session.platform(), link)))
                .filter(link -> link.mode() != Mode.NONE)
                // From a link one may go on to other videos, which are not what is graded.
                .filter(link -> link.media().equals(Optional.of(media)));
    }

    @Override
    public List<OutboxEntry> watched(Handle transaction, List<Viewed> viewed) {
        Map<StandingTable.Key, Graded> graded = new TreeMap<>(StandingTable.Key.ORDER);
        for (Viewed one : viewed) {
            if (one.share().signum() > 0) {
                graded(one.session(), one.media())
                        .ifPresent(link -> graded.merge(
                                new StandingTable.Key(link.key(), one.session().learnerKey()),
                                new Graded(
                                        link.mode(),
                                        new ScoreRule.Reached(one.share(), one.completed(), one.pausing())),
                                Graded::and));
            }
        }
        return graded.isEmpty() ? List.of() : decided(transaction, graded);
    }

    private List<OutboxEntry> decided(Handle transaction, Map<StandingTable.Key, Graded> graded) {
        Instant now = clock.instant();
        Map<StandingTable.Key, Standing> before = standings.lock(transaction, graded.keySet());
        List<OutboxEntry> entries = new ArrayList<>();
        graded.forEach(
                (key, how) -> ScoreRule.next(how.mode(), how.reached(), Optional.ofNullable(before.get(key)), now)
                        .filter(standing -> standings.save(transaction, key, standing))
                        .ifPresent(standing -> entries.add(entry(key, standing))));
        return entries;
    }

    private static OutboxEntry entry(StandingTable.Key key, Standing standing) {
        Link.Key link = key.link();
        String name = String.join("\n", link.tenant().value(), link.platform(), link.link(), key.learner())
                + "\n"
                + standing.stamp();
        return new OutboxEntry(
                link.tenant(),
                Carriers.SCORES + link.platform(),
                0,
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                key.learner(),
                standing.stamp(),
                ScoreOrder.of(key, standing).json());
    }
}
