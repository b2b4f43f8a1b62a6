package org.lectern.gateway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * One PostgreSQL per test JVM, started when first asked for, migrated once; a fresh copy of that database per call. Dies with the
 * JVM.
 */
public final class TestDatabase {

    private static final String MIGRATED = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** A database of one's own. */
    public static Jdbi jdbi() {
        return Jdbi.create(dataSource());
    }

    /** The same as a pool. */
    public static synchronized DataSource dataSource() {
        String name = "test" + COUNT.incrementAndGet();
        Jdbi.create(server().getPostgresDatabase())
                .useHandle(handle -> handle.execute("create database " + name + " template " + MIGRATED));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server().getJdbcUrl("postgres", name));
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000); // hundreds of these databases are made, and each is used for a second
        return new HikariDataSource(pool);
    }

    private static EmbeddedPostgres server() {
        if (server == null) {
            server = started();
        }
        return server;
    }

    private static EmbeddedPostgres started() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig(
                            "fsync", "off") // nothing here outlives the JVM, and whole seconds go by on slow disks
                    .setServerConfig("full_page_writes", "off")
                    .start();
            Jdbi.create(started.getPostgresDatabase())
                    .useHandle(handle -> handle.execute("create database " + MIGRATED));
            Flyway.configure(TestDatabase.class.getClassLoader())
                    .dataSource(started.getDatabase("postgres", MIGRATED))
                    .load()
                    .migrate();
            return started;
        } catch (IOException noServer) {
            throw new UncheckedIOException("cannot start PostgreSQL for tests", noServer);
        }
    }
}
