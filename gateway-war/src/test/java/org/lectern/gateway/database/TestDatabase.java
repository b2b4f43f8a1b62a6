package org.lectern.gateway.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** A real PostgreSQL for tests: one server per JVM, a fresh migrated database per call. */
public final class TestDatabase {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("no embedded PostgreSQL for tests", e);
            }
        }
    }

    /** A fresh database with Lectern's schema. */
    public static Jdbi jdbi() {
        String name = "test" + NEXT.incrementAndGet();
        Jdbi.create(Server.ONE.getPostgresDatabase()).useHandle(handle -> handle.execute("create database " + name));
        var source = new com.zaxxer.hikari.HikariDataSource();
        source.setDataSource(Server.ONE.getDatabase("postgres", name));
        source.setMaximumPoolSize(12);
        source.setMinimumIdle(0);
        Flyway.configure().dataSource(source).load().migrate();
        return Jdbi.create(source);
    }
}
