package org.lectern.gateway.upload;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.Sessions;
import org.lectern.gateway.start.Rounds;
import org.lectern.gateway.storage.StorageFailed;

/**
 * Every ten minutes: ends whole uploads that nobody asked about any more, and throws away what nobody has gone on with for the time that
 * uploads are kept. On every node; two that do the same at once do no harm.
 */
@ApplicationScoped
public class UploadSweep {

    private static final System.Logger LOG = System.getLogger(UploadSweep.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int MOST = 500;

    private final UploadTable table;
    private final Dropping dropping;
    private final Finishing finishing;
    private final UploadSettings settings;
    private final Sessions sessions;
    private final Tenants tenants;
    private final Clock clock;
    private Rounds rounds;

    @Inject
    public UploadSweep(
            UploadTable table,
            Dropping dropping,
            Finishing finishing,
            UploadSettings settings,
            Sessions sessions,
            Tenants tenants,
            Clock clock) {
        this.table = table;
        this.dropping = dropping;
        this.finishing = finishing;
        this.settings = settings;
        this.sessions = sessions;
        this.tenants = tenants;
        this.clock = clock;
    }

    protected UploadSweep() { // CDI proxy
        this(null, null, null, null, null, null, null);
    }

    // The first minutes belong to learners.
    void begin(@Observes @Initialized(ApplicationScoped.class) Object ready) {
        rounds = Rounds.of("upload-sweep", Duration.ofMinutes(2), EVERY, this::sweep);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.close();
        }
    }

    /** One round; answers how many uploads are gone by it. */
    int sweep() {
        table.whole(MOST).forEach(this::finish);
        List<Upload> stale = table.stale(clock.instant().minus(settings.keep()), MOST);
        stale.forEach(this::away);
        if (!stale.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "swept uploads count=" + stale.size());
        }
        return stale.size();
    }

    private void finish(Upload upload) {
        Optional<Tenant> tenant = tenants.find(upload.tenant());
        Optional<LearnerSession> session = sessions.find(upload.session());
        if (tenant.isEmpty() || session.isEmpty()) {
            return;
        }
        try {
            finishing.finish(upload, tenant.get(), session.get(), settings.policy(upload.tenant()));
        } catch (Problem refused) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "upload not finished " + Dropping.named(upload) + " why=" + refused.code());
        }
    }

    private void away(Upload upload) {
        try {
            if (upload.state() == Upload.State.ADDED) {
                table.forget(upload);
            } else if (upload.state() == Upload.State.DROPPED) {
                dropping.clear(upload);
            } else {
                dropping.drop(upload);
            }
        } catch (StorageFailed e) {
            LOG.log(System.Logger.Level.WARNING, "an upload stays until the next sweep " + Dropping.named(upload), e);
        }
    }
}
