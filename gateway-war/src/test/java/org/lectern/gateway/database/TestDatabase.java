package org.lectern.gateway.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** A real PostgreSQL for tests: one server per JVM, a database of its own, with our schema, for whoever asks. */
public final class TestDatabase {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** A fresh, empty, migrated database. */
    public static synchronized Jdbi jdbi() {
        if (server == null) {
            server = started();
        }
        String name = "test" + COUNT.incrementAndGet();
        Jdbi.create(server.getPostgresDatabase())
                .useHandle(handle -> handle.execute("create database " + name + " template " + TEMPLATE));
        return Jdbi.create(server.getDatabase("postgres", name));
    }

    private static EmbeddedPostgres started() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder().start();
            Jdbi.create(started.getPostgresDatabase())
                    .useHandle(handle -> handle.execute("create database " + TEMPLATE));
            DataSource template = started.getDatabase("postgres", TEMPLATE);
            Flyway.configure().dataSource(template).load().migrate();
            return started;
        } catch (IOException noServer) {
            throw new UncheckedIOException("cannot start PostgreSQL for tests", noServer);
        }
    }
}
