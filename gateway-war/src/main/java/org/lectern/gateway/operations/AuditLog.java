package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.TenantId;

/** Deeds in table {@code audit_log}, committed before they are done, so that none goes without a row. Safe for any thread. */
@ApplicationScoped
public class AuditLog {

    private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());
    private static final String OPERATOR = "operator token";

    private final Jdbi jdbi;

    @Inject
    public AuditLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected AuditLog() { // CDI proxy
        this(null);
    }

    /**
     * Writes down what is about to be done.
     *
     * @param deed its name, for example {@code lane.pause}
     * @param detail to what, and why
     */
    void write(Optional<TenantId> tenant, String deed, String detail) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into audit_log (who, tenant, deed, detail) values (:who, :tenant, :deed, :detail)")
                .bind("who", OPERATOR)
                .bind("tenant", tenant.map(TenantId::value).orElse(null))
                .bind("deed", deed)
                .bind("detail", detail)
                .execute());
        LOG.log(
                System.Logger.Level.INFO,
                "operator tenant=" + tenant.map(TenantId::value).orElse("-") + " deed=" + deed + " " + detail);
    }
}
