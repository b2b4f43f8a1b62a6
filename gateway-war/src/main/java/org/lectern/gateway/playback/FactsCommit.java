package org.lectern.gateway.playback;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;
import org.lectern.gateway.outbox.StatementOutbox;
import org.lectern.gateway.problem.Problem;

/**
 * Submissions in, one transaction, answers out. Facts, states and statements are committed together or not at all. Throws what the
 * database or an unforeseen fault threw; then nothing was committed, or the connection broke during the commit, and saying it all
 * again is right either way.
 */
final class FactsCommit {

    private final Jdbi jdbi;
    private final ActionBus bus;
    private final StatementOutbox outbox;
    private final Witnesses witnesses;
    private final Meter meter;

    FactsCommit(Jdbi jdbi, ActionBus bus, StatementOutbox outbox, List<WatchingWitness> witnesses, Meter meter) {
        this.jdbi = jdbi;
        this.bus = bus;
        this.outbox = outbox;
        this.witnesses = new Witnesses(witnesses);
        this.meter = meter;
    }

    /** What became of one submission: exactly one of the two. */
    record Answer(Optional<Accepted> accepted, Optional<Problem> problem) {}

    private record Done(Submission submission, Applied applied) {}

    /** Answers in the order of the submissions. Several of one playback build upon each other. */
    List<Answer> commit(List<Submission> submissions) throws SQLException {
        List<Done> done = new ArrayList<>(submissions.size());
        List<Answer> answers = new ArrayList<>(submissions.size());
        List<Placed> placed = jdbi.inTransaction(handle -> apply(handle, submissions, answers, done));
        outbox.committed(placed);
        done.forEach(this::count);
        return answers;
    }

    private List<Placed> apply(Handle transaction, List<Submission> submissions, List<Answer> answers, List<Done> done)
            throws SQLException {
        List<OutboxEntry> entries = new ArrayList<>(submissions.size() * 2);
        Connection connection = transaction.getConnection();
        LockedRows rows = LockedRows.lock(connection, submissions);
        for (Submission submission : submissions) {
            try {
                Applied applied = apply(rows, submission);
                for (LearnerAction action : applied.actions()) {
                    entries.addAll(
                            bus.tell(submission.tenant(), submission.session().learnerKey(), action));
                }
                rows.put(applied);
                done.add(new Done(submission, applied));
                answers.add(new Answer(Optional.of(accepted(submission, applied)), Optional.empty()));
            } catch (Problem problem) {
                answers.add(new Answer(Optional.empty(), Optional.of(problem)));
            }
        }
        rows.save();
        entries.addAll(witnesses.tell(
                transaction,
                done.stream()
                        .map(one -> new Witnesses.Report(one.submission().session(), one.applied()))
                        .toList()));
        return outbox.put(transaction, entries);
    }

    private static Applied apply(LockedRows rows, Submission submission) {
        PlaybackRow row = rows.playback(submission.key());
        AttemptRow attempt = rows.attemptOf(row);
        FactsRequest request = submission.request();
        AttemptRow.Name name = submission.attempt();
        if (!attempt.name().learnerKey().equals(name.learnerKey())
                || !attempt.name().scope().equals(name.scope())) {
            throw new Problem(404, "playback.unknown", "There is no such playback in this session.");
        }
        if (!row.media().equals(request.media())) {
            throw new Problem(409, "playback.other_media", "This playback plays another entry; begin a new one.");
        }
        return Applied.of(
                submission.scene().circumstances(row.key().id(), attempt.id()),
                row,
                attempt,
                row.ledger().take(request.facts()),
                request.received());
    }

    private static Accepted accepted(Submission submission, Applied applied) {
        List<Refusal> refused = new ArrayList<>(submission.request().refused());
        refused.addAll(applied.refused());
        return new Accepted(applied.row().ledger().through(), refused);
    }

    private void count(Done done) {
        Applied applied = done.applied();
        int refused =
                applied.refused().size() + done.submission().request().refused().size();
        int sent = done.submission().request().facts().size();
        meter.add(done.submission().tenant().id(), Meter.What.APPLIED, Math.max(0, sent - refused));
        meter.add(done.submission().tenant().id(), Meter.What.REFUSED, refused);
        meter.add(done.submission().tenant().id(), Meter.What.IMPLAUSIBLE, applied.implausible());
    }
}
