package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.secret.Place;
import org.lectern.config.secret.Sealed;
import org.lectern.config.secret.Vault;
import org.lectern.config.tenant.TenantId;

/**
 * Table {@code grade_learner}: what platforms call the learners of graded links, sealed. The only place that knows; deleting a
 * learner's rows here ends all grades of theirs, those that wait in the outbox too. Safe for any thread.
 */
@ApplicationScoped
public class LearnerTable {

    private static final String OF = " where tenant = :tenant and platform = :platform and learner_key = :learner";

    private final Jdbi jdbi;
    private final Vault vault;

    @Inject
    public LearnerTable(Jdbi jdbi, MasterKey masterKey, SecureRandom random) {
        this.jdbi = jdbi;
        this.vault = new Vault(masterKey, random);
    }

    protected LearnerTable() { // CDI proxy
        this.jdbi = null;
        this.vault = null;
    }

    /** Whose platform, and our name of the learner. */
    record Key(TenantId tenant, String platform, String learner) {}

    /** Keeps what the platform calls a learner; it never changes, since our name is made from it. */
    void keep(Handle transaction, Key key, String subject) {
        boolean known = of(transaction.createQuery("select true from grade_learner" + OF), key)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
        if (!known) {
            of(
                            transaction.createUpdate("insert into grade_learner (tenant, platform, learner_key, sealed)"
                                    + " values (:tenant, :platform, :learner, :sealed) on conflict do nothing"),
                            key)
                    .bind("sealed", vault.seal(subject, place(key)).text())
                    .execute();
        }
    }

    Optional<String> subject(Key key) {
        return jdbi.withHandle(handle -> of(handle.createQuery("select sealed from grade_learner" + OF), key)
                .mapTo(String.class)
                .findOne()
                .map(text -> vault.open(new Sealed(text), place(key))));
    }

    /** Some learner of that platform, the one who was first seen last; for trying things out. */
    Optional<String> lastSubject(TenantId tenant, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("select learner_key from grade_learner"
                                + " where tenant = :tenant and platform = :platform order by seen desc limit 1")
                        .bind("tenant", tenant.value())
                        .bind("platform", platform)
                        .mapTo(String.class)
                        .findOne())
                .flatMap(learner -> subject(new Key(tenant, platform, learner)));
    }

    private static Place place(Key key) {
        return new Place(key.tenant().value(), "grade_learner.sealed " + key.platform() + " " + key.learner());
    }

    private static <T extends SqlStatement<T>> T of(T statement, Key key) {
        return statement
                .bind("tenant", key.tenant().value())
                .bind("platform", key.platform())
                .bind("learner", key.learner());
    }
}
