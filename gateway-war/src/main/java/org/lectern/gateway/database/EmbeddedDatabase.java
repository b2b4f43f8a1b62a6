package org.lectern.gateway.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL server that lives under {@code data/postgres}. It outlives a gateway that is killed; the next start adopts
 * the one still running, or lets PostgreSQL recover from its log. Loopback only, behind a password of its own.
 * Not safe for several threads; one gateway per data folder.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());
    private static final Duration RECOVERY = Duration.ofMinutes(5);
    private static final String READY = "lectern-ready";

    private final Path folder;
    private final Path programs;
    private final Path binaries;
    private final LoopbackAccess access;
    private int port;

    /**
     * @param data the gateway's data folder
     * @param binaries the jar that holds PostgreSQL for this platform
     */
    EmbeddedDatabase(Path data, Path binaries) {
        this.folder = data.resolve("postgres");
        this.programs = data.resolve("postgres-programs");
        this.binaries = binaries;
        this.access = new LoopbackAccess(data.resolve("postgres.password"), folder.resolve("pg_hba.conf"));
    }

    /** Starts or adopts the server and gives back how to reach it. */
    PGSimpleDataSource start() {
        try {
            clearHalfMade();
            Optional<Postmaster> running = Postmaster.in(folder).filter(Postmaster::alive);
            if (running.isPresent() && adopt(running.get())) {
                port = running.get().port();
                LOG.log(System.Logger.Level.INFO, "adopted the database server that was left running port=" + port);
            } else {
                Postmaster.forgetIfStale(folder);
                startServer();
            }
            if (!Files.exists(folder.resolve(READY))) {
                access.close(superuser());
                Files.createFile(folder.resolve(READY));
            }
            return superuser();
        } catch (IOException | SQLException | RuntimeException e) {
            throw new DatabaseUnusable(
                    "the embedded database under " + folder + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** A first start that was killed while unpacking or within initdb leaves folders that hold nothing yet and never will. */
    private void clearHalfMade() throws IOException {
        if (!Files.exists(folder.resolve(READY)) && Postmaster.in(folder).isEmpty()) {
            delete(folder);
            delete(programs);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private boolean adopt(Postmaster server) {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        while (server.alive() && System.nanoTime() < deadline) {
            try (Connection connection = access.source(server.port()).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show data_directory")) {
                row.next();
                return Files.isSameFile(Path.of(row.getString(1)), folder);
            } catch (SQLException | IOException e) {
                pause(e);
            }
        }
        return false;
    }

    private static void pause(Exception why) {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            e.addSuppressed(why);
            throw new DatabaseUnusable("interrupted while waiting for the database server", e);
        }
    }

    @SuppressWarnings("resource") // stopped by pg_ctl in close(), adopted servers alike
    private void startServer() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> archive())
                .setOverrideWorkingDirectory(programs.toFile())
                .setDataDirectory(folder.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERY)
                .setConnectConfig("password", access.password())
                // The library's own defaults are made for tests.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                // Its only method here, pglz, took four tenths of all processor time where pages are logged whole.
                .setServerConfig("wal_compression", "off")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("log_checkpoints", "off")
                .start();
        port = server.getPort();
        LOG.log(System.Logger.Level.INFO, "started the embedded database server port=" + port);
    }

    private InputStream archive() throws IOException {
        return BinariesJar.open(binaries);
    }

    private PGSimpleDataSource superuser() {
        return access.source(port);
    }

    /** Stops the server, adopted or started, and waits until it is down. */
    @Override
    public void close() {
        try (Stream<Path> installed = Files.list(programs)) {
            Path control = installed
                    .map(p -> p.resolve("bin").resolve("pg_ctl"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no pg_ctl under " + programs));
            Process stop = ServerCommand.of(control, "-D", folder.toString(), "-m", "fast", "-w", "-t", "30", "stop");
            if (!stop.waitFor(40, TimeUnit.SECONDS)) {
                stop.destroy();
                throw new IOException("pg_ctl did not end");
            }
            if (stop.exitValue() != 0) {
                throw new IOException("pg_ctl ended with " + stop.exitValue());
            }
            LOG.log(System.Logger.Level.INFO, "stopped the embedded database server");
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the embedded database server was left running; the next start adopts it",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
