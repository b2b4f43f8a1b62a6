package org.lectern.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.secret.KeyedHash;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.TenantId;

/**
 * People who asked to be left unnamed in statements, and what stands for them then. Whether an institution lets them is the caller's
 * to know ({@link NamingSettings}). Safe for any thread.
 */
@ApplicationScoped
public class UnnamedLearners {

    private final Jdbi jdbi;
    private final MasterKey masterKey;

    @Inject
    public UnnamedLearners(Jdbi jdbi, MasterKey masterKey) {
        this.jdbi = jdbi;
        this.masterKey = masterKey;
    }

    protected UnnamedLearners() { // CDI proxy
        this(null, null);
    }

    /** Whether this person asked for it. */
    public boolean has(TenantId tenant, String learnerKey) {
        return !among(tenant, Set.of(learnerKey)).isEmpty();
    }

    /** Who of these asked for it. */
    public Set<String> among(TenantId tenant, Set<String> learnerKeys) {
        return learnerKeys.isEmpty()
                ? Set.of()
                : jdbi.withHandle(handle -> handle.createQuery(
                                "select learner_key from unnamed_learner where tenant = :tenant and learner_key in (<keys>)")
                        .bindList("keys", learnerKeys.stream().toList())
                        .bind("tenant", tenant.value())
                        .mapTo(String.class)
                        .set());
    }

    /** Keeps the wish, or its end; the same again changes nothing. */
    public void wish(Handle transaction, TenantId tenant, String learnerKey, boolean unnamed) {
        transaction
                .createUpdate(
                        unnamed
                                ? "insert into unnamed_learner (tenant, learner_key) values (:tenant, :learner) on conflict do nothing"
                                : "delete from unnamed_learner where tenant = :tenant and learner_key = :learner")
                .bind("tenant", tenant.value())
                .bind("learner", learnerKey)
                .execute();
    }

    /**
     * Who such a person is in statements: always the same one, and nobody without this deployment's key can tell who.
     *
     * @param site the institution's own site, which the account is one of
     */
    public Actor actor(TenantId tenant, URI site, String learnerKey) {
        return new Actor(
                Optional.empty(),
                new ActorIdentity.Account(
                        site, KeyedHash.of(masterKey, tenant, "unnamed actor").hex(learnerKey)));
    }
}
