package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.outbox.StatementOutbox;

/**
 * Accepts facts: requests wait for one of a few {@link Committer}s, all of an institution for the same one. Bounded: what finds no
 * room is refused with 503 at once. Any number of nodes may accept on the same database. Safe for any thread.
 */
@ApplicationScoped
public class Acceptance {

    private static final long STOP_MILLIS = 15_000;

    private final List<Committer> committers;
    private final List<Thread> threads = new ArrayList<>();

    @Inject
    public Acceptance(
            Jdbi jdbi,
            ActionBus bus,
            StatementOutbox outbox,
            @Any Instance<WatchingWitness> witnesses,
            Meter meter,
            Config config) {
        this(new FactsCommit(jdbi, bus, outbox, witnesses.stream().toList(), meter), PlaybackSettings.read(config));
    }

    /** One from whose facts nobody draws conclusions. */
    Acceptance(Jdbi jdbi, ActionBus bus, StatementOutbox outbox, Meter meter, PlaybackSettings settings) {
        this(new FactsCommit(jdbi, bus, outbox, List.of(), meter), settings);
    }

    Acceptance(FactsCommit commit, PlaybackSettings settings) {
        this.committers = Stream.generate(() -> new Committer(commit, settings.queue()))
                .limit(settings.committers())
                .toList();
    }

    protected Acceptance() { // CDI proxy
        this.committers = List.of();
    }

    /** Lets the committers run, each on a thread of this factory. */
    public synchronized void start(ThreadFactory factory) {
        for (Committer committer : committers) {
            Thread thread = factory.newThread(committer);
            thread.setName("lectern-accept-" + threads.size());
            threads.add(thread);
            thread.start();
        }
    }

    /** Takes nothing new, commits what waits, and returns when that is done. */
    public synchronized void stop() {
        committers.forEach(Committer::stop);
        try {
            for (Thread thread : threads) {
                thread.join(STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    /** Completes after the commit with the answer, or exceptionally with a named problem or what went wrong. */
    public CompletableFuture<Accepted> accept(Submission submission) {
        int committer = Math.floorMod(submission.tenant().id().hashCode(), committers.size());
        return committers.get(committer).accept(submission);
    }
}
