package org.lectern.gateway.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.tenant.TenantId;

/**
 * Failed tellings in table {@code failed_telling}. Joins the Jdbi transaction under way on the thread, if there is one: then a failed
 * telling is kept exactly when its action is.
 */
@ApplicationScoped
public class JdbcFailedTellings implements FailedTellings {

    private static final String INSERT = """
            insert into failed_telling (id, tenant, vocabulary, action, happened, error)
            values (:id, :tenant, :vocabulary, :action, :happened, :error)
            """;

    private final Jdbi jdbi;

    @Inject
    public JdbcFailedTellings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected JdbcFailedTellings() { // CDI proxy
        this(null);
    }

    @Override
    public void keep(UUID number, TenantId tenant, String vocabulary, LearnerAction action, Throwable failure) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", number)
                .bind("tenant", tenant.value())
                .bind("vocabulary", vocabulary)
                .bind("action", storable(action.toString()))
                .bind("happened", action.at().atOffset(ZoneOffset.UTC))
                .bind("error", storable(failure.toString()))
                .execute());
    }

    /** PostgreSQL keeps every character but this one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
