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

    private record Asked(Submission submission, List<WatchingWitness> concerned) {}

    private record Done(Submission submission, Witnesses.Report report) {}

    /** What becomes of a group, step by step. */
    private record Group(List<Asked> asked, Recent recent, List<Done> done, List<Answer> answers) {}

    /** What a transaction left, besides what is in the database. */
    private record Left(TakenRows rows, List<Placed> placed) {}

    /**
     * Answers in the order of the submissions. Several of one playback build upon each other.
     *
     * @param recent what the same thread's transactions left; used and renewed
     */
    List<Answer> commit(Recent recent, List<Submission> submissions) throws SQLException {
        Group group = new Group(asked(submissions), recent, new ArrayList<>(), new ArrayList<>());
        Left left = null;
        try {
            left = jdbi.inTransaction(handle -> apply(handle, group));
        } finally {
            if (left == null) {
                recent.clear();
            }
        }
        left.rows().remember(recent);
        outbox.committed(left.placed());
        group.done().forEach(this::count);
        return group.answers();
    }

    /** Before anything is locked: a witness that has to look something up holds up nobody. */
    private List<Asked> asked(List<Submission> submissions) {
        return submissions.stream()
                .map(one -> new Asked(
                        one, witnesses.concerned(one.session(), one.request().media())))
                .toList();
    }

    private Left apply(Handle transaction, Group group) throws SQLException {
        List<OutboxEntry> entries = new ArrayList<>(group.asked().size() * 2);
        Connection connection = transaction.getConnection();
        TakenRows rows = TakenRows.take(
                connection, group.asked().stream().map(Asked::submission).toList(), group.recent());
        for (Asked asked : group.asked()) {
            Submission submission = asked.submission();
            try {
                Applied applied = apply(rows, submission);
                for (LearnerAction action : applied.actions()) {
                    entries.addAll(
                            bus.tell(submission.tenant(), submission.session().learnerKey(), action));
                }
                rows.put(applied);
                group.done()
                        .add(new Done(
                                submission, new Witnesses.Report(submission.session(), applied, asked.concerned())));
                group.answers().add(new Answer(Optional.of(accepted(submission, applied)), Optional.empty()));
            } catch (Problem problem) {
                group.answers().add(new Answer(Optional.empty(), Optional.of(problem)));
            }
        }
        rows.save();
        entries.addAll(witnesses.tell(
                transaction, group.done().stream().map(Done::report).toList()));
        return new Left(rows, outbox.putLast(transaction, entries));
    }

    private static Applied apply(TakenRows rows, Submission submission) {
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
        Applied applied = done.report().applied();
        int refused =
                applied.refused().size() + done.submission().request().refused().size();
        int sent = done.submission().request().facts().size();
        meter.add(done.submission().tenant().id(), Meter.What.APPLIED, Math.max(0, sent - refused));
        meter.add(done.submission().tenant().id(), Meter.What.REFUSED, refused);
        meter.add(done.submission().tenant().id(), Meter.What.IMPLAUSIBLE, applied.implausible());
    }
}
