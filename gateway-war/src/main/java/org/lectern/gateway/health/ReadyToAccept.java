package org.lectern.gateway.health;

import jakarta.enterprise.context.ApplicationScoped;
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
    private final Jdbi database;

    @Inject
    public ReadyToAccept(Start start, Jdbi database) {
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
            return database.withHandle(handle ->
                    handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException e) {
            return false;
        }
    }
}
