package org.lectern.gateway.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds up by and by, apart from accepting. What has ended waits in the database until it was added up, so nothing is lost with a
 * node; what still runs is looked at when it was heard of since the last time. Any number of nodes may do it at once: a course's sums are
 * locked while somebody adds. For one thread per node.
 */
@ApplicationScoped
public class Folding implements Runnable {

    private static final System.Logger LOG = System.getLogger(Folding.class.getName());
    private static final int AT_ONCE = 200;
    private static final String WRONG_DATA = "22"; // SQLSTATE class
    private static final UUID FIRST = new UUID(0, 0);

    /** A report's transaction takes less than this from its first statement to its commit. */
    private static final Duration COMMITTING = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private Instant lookedAt = Instant.EPOCH;

    @Inject
    public Folding(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected Folding() { // CDI proxy
        this(null);
    }

    /** Adds up everything there is now. A failure is logged; the next run comes anyway. */
    @Override
    public void run() {
        try {
            while (ended() == AT_ONCE) {
                // there may be more
            }
            running();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "viewing not added up, the next run goes on", e);
        }
    }

    private int ended() {
        try {
            return jdbi.inTransaction(transaction -> ended(transaction, AT_ONCE));
        } catch (RuntimeException e) {
            bySomeRow(e);
            LOG.log(System.Logger.Level.WARNING, "viewing is added up one by one", e);
            return oneByOne();
        }
    }

    private static int ended(Handle transaction, int most) {
        List<Load> loads = Load.ended(transaction, most);
        new Fold(transaction).fold(loads);
        Load.fold(transaction, loads);
        return loads.size();
    }

    /** So that one that cannot be added up is left out, and holds up no other institution's. */
    private int oneByOne() {
        int done = 0;
        for (int found = 1; done < AT_ONCE && found > 0; done += found) {
            try {
                found = jdbi.inTransaction(transaction -> ended(transaction, 1));
            } catch (RuntimeException e) {
                bySomeRow(e);
                found = jdbi.inTransaction(transaction -> leaveOut(transaction, e));
            }
        }
        return done;
    }

    /** Throws what no row is to blame for: the database is away or busy, and the same will go well later. */
    private static void bySomeRow(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && !String.valueOf(sql.getSQLState()).startsWith(WRONG_DATA)) {
                throw failure;
            }
        }
    }

    private static int leaveOut(Handle transaction, RuntimeException why) {
        List<Load> loads = Load.ended(transaction, 1);
        Load.fold(transaction, loads);
        loads.forEach(load -> LOG.log(
                System.Logger.Level.ERROR,
                "viewing left out tenant=" + load.course().tenant() + " playback=" + load.id(),
                why));
        return loads.size();
    }

    private void running() {
        Instant now = jdbi.withHandle(handle -> handle.createQuery("select now()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
        UUID after = FIRST;
        List<Load> loads = running(after);
        while (!loads.isEmpty()) {
            List<Load> some = loads;
            try {
                jdbi.useTransaction(transaction -> new Fold(transaction).fold(some));
            } catch (RuntimeException e) {
                bySomeRow(e);
                LOG.log(System.Logger.Level.WARNING, "viewing that goes on is added up when it has ended", e);
            }
            after = loads.get(loads.size() - 1).id();
            loads = running(after);
        }
        lookedAt = now;
    }

    private List<Load> running(UUID after) {
        return jdbi.withHandle(handle -> Load.running(handle, lookedAt.minus(COMMITTING), after, AT_ONCE));
    }
}
