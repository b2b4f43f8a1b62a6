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

/** One PostgreSQL per test JVM, started when first asked for; a fresh, migrated database per call. Dies with the JVM. */
public final class TestDatabase {

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
        Jdbi.create(server().getPostgresDatabase()).useHandle(handle -> handle.execute("create database " + name));
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server().getJdbcUrl("postgres", name));
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        DataSource database = new HikariDataSource(pool);
        Flyway.configure(TestDatabase.class.getClassLoader())
                .dataSource(database)
                .load()
                .migrate();
        return database;
    }

    private static EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("no embedded PostgreSQL", e);
            }
        }
        return server;
    }
}
