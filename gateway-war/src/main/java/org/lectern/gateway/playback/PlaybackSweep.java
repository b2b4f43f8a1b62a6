package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;
import org.lectern.gateway.outbox.StatementOutbox;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.Sessions;

/**
 * Closes playbacks that fell silent (vocabulary §1.6.5): facts that waited for a gap to close are applied now, then it is paused at
 * the last known position if it was playing, and terminated, one millisecond after the last fact. Any number of nodes may sweep;
 * a few playbacks per transaction. One whose session, institution or video is gone is closed without a word.
 */
@ApplicationScoped
public class PlaybackSweep implements Runnable {

    private static final System.Logger LOG = System.getLogger(PlaybackSweep.class.getName());
    private static final int AT_ONCE = 20;

    private final Jdbi jdbi;
    private final ActionBus bus;
    private final StatementOutbox outbox;
    private final Surroundings surroundings;
    private final Meter meter;
    private final Clock clock;
    private final PlaybackSettings settings;

    /** Where a playback takes place, and who draws conclusions from it. */
    record Surroundings(Sessions sessions, Tenants tenants, Library library, Witnesses witnesses) {}

    private record Place(Tenant tenant, LearnerSession session, Scene scene) {}

    private record Swept(int closed, List<Placed> placed) {}

    @Inject
    public PlaybackSweep(
            Jdbi jdbi,
            ActionBus bus,
            StatementOutbox outbox,
            Sessions sessions,
            Tenants tenants,
            Library library,
            @Any Instance<WatchingWitness> witnesses,
            Meter meter,
            Clock clock,
            Config config) {
        this(
                jdbi,
                bus,
                outbox,
                new Surroundings(
                        sessions,
                        tenants,
                        library,
                        new Witnesses(witnesses.stream().toList())),
                meter,
                clock,
                PlaybackSettings.read(config));
    }

    PlaybackSweep(
            Jdbi jdbi,
            ActionBus bus,
            StatementOutbox outbox,
            Surroundings surroundings,
            Meter meter,
            Clock clock,
            PlaybackSettings settings) {
        this.jdbi = jdbi;
        this.bus = bus;
        this.outbox = outbox;
        this.surroundings = surroundings;
        this.meter = meter;
        this.clock = clock;
        this.settings = settings;
    }

    protected PlaybackSweep() { // CDI proxy
        this(null, null, null, null, null, null, PlaybackSettings.DEFAULTS);
    }

    /** Closes all that are silent now. A failure is logged; the next run comes anyway. */
    @Override
    public void run() {
        try {
            int closed = AT_ONCE;
            while (closed == AT_ONCE) {
                closed = sweepSome();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "sweep failed, silent playbacks stay open until the next", e);
        }
    }

    private int sweepSome() throws SQLException {
        Swept swept = jdbi.inTransaction(this::sweep);
        outbox.committed(swept.placed());
        return swept.closed();
    }

    private Swept sweep(Handle transaction) throws SQLException {
        List<OutboxEntry> entries = new ArrayList<>();
        TakenRows rows = TakenRows.silent(transaction.getConnection(), settings, AT_ONCE);
        List<Witnesses.Report> reports = new ArrayList<>();
        for (PlaybackRow row : rows.playbacks()) {
            TenantId tenant = new TenantId(row.key().tenant());
            Optional<Place> place = place(tenant, row);
            if (place.isPresent()) {
                reports.add(close(rows, row, place.get(), entries));
            } else {
                rows.put(row.with(row.ledger(), row.playback().in(Playback.Phase.CLOSED)));
                LOG.log(
                        System.Logger.Level.INFO,
                        "closed unheard tenant=" + tenant + " playback="
                                + row.key().id());
            }
            meter.add(tenant, Meter.What.SWEPT, 1);
        }
        rows.save();
        entries.addAll(surroundings.witnesses().tell(transaction, reports));
        return new Swept(rows.playbacks().size(), outbox.put(transaction, entries));
    }

    private Witnesses.Report close(TakenRows rows, PlaybackRow row, Place place, List<OutboxEntry> entries) {
        Circumstances circumstances = place.scene().circumstances(row.key().id(), row.attempt());
        Applied applied = Applied.of(
                        circumstances, row, rows.attemptOf(row), row.ledger().giveUp(), clock.instant())
                .closed(circumstances);
        for (LearnerAction action : applied.actions()) {
            entries.addAll(bus.tell(place.tenant(), place.session().learnerKey(), action));
        }
        rows.put(applied);
        return new Witnesses.Report(
                place.session(), applied, surroundings.witnesses().concerned(place.session(), row.media()));
    }

    private Optional<Place> place(TenantId id, PlaybackRow row) {
        Optional<Tenant> tenant = surroundings.tenants().find(id);
        Optional<LearnerSession> session = surroundings.sessions().find(row.session());
        Optional<Video> media = tenant.flatMap(found -> surroundings.library().find(found, row.media()));
        return session.isPresent() && media.isPresent()
                ? Optional.of(new Place(
                        tenant.get(),
                        session.get(),
                        Scene.of(surroundings.library(), tenant.get(), session.get(), media.get())))
                : Optional.empty();
    }
}
