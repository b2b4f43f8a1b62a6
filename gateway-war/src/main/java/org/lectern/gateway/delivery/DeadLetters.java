package org.lectern.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;
import org.lectern.gateway.outbox.StatementOutbox;

/** Statements that were given up, until an operator acts. Another tenant's letter is as absent as a missing one. Safe for any thread. */
@ApplicationScoped
public class DeadLetters {

    private static final String SEE =
            "select d.*, l.shard from dead_letter d join lane l on l.id = d.lane where d.tenant = :tenant";

    private static final RowMapper<DeadLetter> LETTER = (row, context) -> new DeadLetter(
            row.getLong("id"),
            new TenantId(row.getString("tenant")),
            row.getString("destination"),
            row.getInt("shard"),
            row.getObject("statement_id", UUID.class),
            row.getString("actor_key"),
            row.getTimestamp("at").toInstant(),
            row.getBytes("body"),
            row.getString("reason"),
            Optional.ofNullable(row.getString("detail")),
            row.getTimestamp("died").toInstant(),
            Optional.ofNullable(row.getString("outcome")));

    private final Jdbi jdbi;
    private final StatementOutbox outbox;

    @Inject
    public DeadLetters(Jdbi jdbi, StatementOutbox outbox) {
        this.jdbi = jdbi;
        this.outbox = outbox;
    }

    protected DeadLetters() {
        this(null, null);
    }

    /**
     * A statement that was given up.
     *
     * @param reason {@code refused}, {@code too-large}, {@code conflict}, {@code server-error} or {@code expired}
     * @param detail the LRS's words, cleaned
     * @param outcome {@code resent} or {@code discarded} once closed
     */
    public record DeadLetter(
            long id,
            TenantId tenant,
            String destination,
            int shard,
            UUID statementId,
            String actorKey,
            Instant at,
            byte[] body,
            String reason,
            Optional<String> detail,
            Instant died,
            Optional<String> outcome) {}

    /** What became of a command. */
    public enum Done {
        DONE,
        /** No such letter of this tenant. */
        ABSENT,
        /** It was resent or discarded before. */
        CLOSED_BEFORE
    }

    /** Open letters, oldest first, from after the id {@code after} (0 for the first page); at most {@code most}. */
    public List<DeadLetter> open(TenantId tenant, long after, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SEE + " and d.closed is null and d.id > :after order by d.id limit :most")
                        .bind("tenant", tenant.value())
                        .bind("after", after)
                        .bind("most", most)
                        .map(LETTER)
                        .list());
    }

    /** One letter, open or closed. */
    public Optional<DeadLetter> find(TenantId tenant, long id) {
        return jdbi.withHandle(handle -> find(handle, tenant, id, ""));
    }

    /** Puts the statement at the end of its lane again, with the same id and bytes, and closes the letter. */
    public Done resend(TenantId tenant, long id) {
        List<Placed> placed = new ArrayList<>();
        Done done = close(
                tenant,
                id,
                "resent",
                null,
                (handle, letter) -> placed.addAll(outbox.put(handle, List.of(entry(letter)))));
        outbox.committed(placed);
        return done;
    }

    private static OutboxEntry entry(DeadLetter letter) {
        return new OutboxEntry(
                letter.tenant(),
                letter.destination(),
                letter.shard(),
                letter.statementId(),
                letter.actorKey(),
                letter.at(),
                letter.body());
    }

    /** Closes the letter for good; the statement will not reach its LRS. */
    public Done discard(TenantId tenant, long id, String why) {
        return close(tenant, id, "discarded", why, (handle, letter) -> {});
    }

    private interface Deed {
        void act(Handle handle, DeadLetter letter);
    }

    private Done close(TenantId tenant, long id, String outcome, String why, Deed deed) {
        return jdbi.inTransaction(handle -> {
            Optional<DeadLetter> letter = find(handle, tenant, id, " for update of d");
            if (letter.isEmpty()) {
                return Done.ABSENT;
            } else if (letter.get().outcome().isPresent()) {
                return Done.CLOSED_BEFORE;
            }
            handle.createUpdate(
                            "update dead_letter set closed = now(), outcome = :outcome, outcome_why = :why where id = :id")
                    .bind("outcome", outcome)
                    .bind("why", why)
                    .bind("id", id)
                    .execute();
            deed.act(handle, letter.get());
            return Done.DONE;
        });
    }

    private static Optional<DeadLetter> find(Handle handle, TenantId tenant, long id, String lock) {
        return handle.createQuery(SEE + " and d.id = :id" + lock)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map(LETTER)
                .findOne();
    }
}
