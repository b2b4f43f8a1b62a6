package org.lectern.gateway.playback;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.lectern.gateway.problem.Problem;

/**
 * One thread that accepts: takes whatever waits, up to {@value #MOST} requests, and commits it together. Never waits for more to
 * come; while one commit runs, the next group gathers by itself. A group that fails is tried again request by request, so
 * that one request can spoil none but itself.
 */
final class Committer implements Runnable {

    static final int MOST = 64;

    /** With this many facts a group is closed, so that a transaction stays small however full its requests are. */
    static final int MOST_FACTS = 2_000;

    private static final System.Logger LOG = System.getLogger(Committer.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TRIES = 5;

    private final BlockingQueue<Waiting> queue;
    private final FactsCommit commit;
    private final Recent recent = new Recent();
    private volatile boolean stopping;

    Committer(FactsCommit commit, int capacity) {
        this.commit = commit;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    private record Waiting(Submission submission, long since, CompletableFuture<Accepted> answer) {}

    /** Completes after the commit, with the answer or with the reason why there is none. */
    CompletableFuture<Accepted> accept(Submission submission) {
        Waiting waiting = new Waiting(submission, System.nanoTime(), new CompletableFuture<>());
        if (stopping || !queue.offer(waiting)) {
            waiting.answer().completeExceptionally(busy("Too many facts are waiting."));
        }
        return waiting.answer();
    }

    /** Takes nothing new; what waits is still committed. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping || !queue.isEmpty()) {
            try {
                round();
            } catch (InterruptedException e) {
                stopping = true; // the server goes down; the queue is still emptied
            }
        }
    }

    private void round() throws InterruptedException {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<Waiting> group = new ArrayList<>(MOST);
        group.add(first);
        int facts = facts(first);
        Waiting next;
        while (group.size() < MOST && facts < MOST_FACTS && (next = queue.poll()) != null) {
            group.add(next);
            facts += facts(next);
        }
        group.removeIf(Committer::isOverdue);
        if (!group.isEmpty()) {
            settle(group);
        }
    }

    private static int facts(Waiting waiting) {
        return waiting.submission().request().facts().size();
    }

    /** Whoever waited so long has given up by now, and will ask again. */
    private static boolean isOverdue(Waiting waiting) {
        boolean overdue = System.nanoTime() - waiting.since() > PATIENCE.toNanos();
        if (overdue) {
            waiting.answer().completeExceptionally(busy("The facts waited for too long."));
        }
        return overdue;
    }

    private void settle(List<Waiting> group) {
        try {
            List<FactsCommit.Answer> answers =
                    commit(group.stream().map(Waiting::submission).toList());
            for (int i = 0; i < group.size(); i++) {
                answer(group.get(i).answer(), answers.get(i));
            }
        } catch (Exception | LinkageError | StackOverflowError failure) {
            fail(group, failure);
        }
    }

    private List<FactsCommit.Answer> commit(List<Submission> submissions) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return commit.commit(recent, submissions);
            } catch (RuntimeException | SQLException failure) {
                if (tries >= TRIES || DatabaseFault.of(failure) != DatabaseFault.CONFLICT) {
                    throw failure;
                }
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "facts met another transaction requests=" + submissions.size(),
                        failure);
            }
        }
    }

    private void fail(List<Waiting> group, Throwable failure) {
        if (DatabaseFault.of(failure) == DatabaseFault.AWAY) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "facts not accepted, database away requests=" + group.size() + " cause=" + failure.getMessage());
            group.forEach(waiting -> waiting.answer()
                    .completeExceptionally(
                            busy("The database is away; nothing was accepted.").causedBy(failure)));
        } else if (group.size() == 1) {
            group.get(0).answer().completeExceptionally(failure);
        } else {
            LOG.log(System.Logger.Level.WARNING, "facts tried one by one requests=" + group.size(), failure);
            group.forEach(waiting -> settle(List.of(waiting)));
        }
    }

    private static void answer(CompletableFuture<Accepted> waiting, FactsCommit.Answer answer) {
        answer.accepted().ifPresent(waiting::complete);
        answer.problem().ifPresent(waiting::completeExceptionally);
    }

    static Problem busy(String detail) {
        return new Problem(503, "facts.busy", detail + " Send the same again.").retryAfter(Duration.ofSeconds(2));
    }
}
