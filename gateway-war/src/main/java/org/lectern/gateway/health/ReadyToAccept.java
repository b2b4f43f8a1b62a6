package org.lectern.gateway.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.lectern.gateway.start.Start;

/** Ready when an action could be accepted now: started, and the database takes a query. */
@Readiness
@ApplicationScoped
public class ReadyToAccept implements HealthCheck {

    private final Start start;
    /** Asked for only once everything is up: a probe that comes early must not be what brings the database up, on its own thread. */
    private final Instance<Jdbi> database;

    @Inject
    public ReadyToAccept(Start start, Instance<Jdbi> database) {
        this.start = start;
        this.database = database;
    }

    protected ReadyToAccept() {
        this(null, null);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(start.up() && answers())
                .build();
    }

    private boolean answers() {
        try {
            return database.get()
                    .withHandle(handle ->
                            handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException e) {
            return false;
        }
    }
}
