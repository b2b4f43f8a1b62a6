package org.lectern.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The embedded PostgreSQL of a gateway, read from beside it with the password of the data folder. */
public record GatewayDatabase(Path data) {

    private static final int PORT_LINE = 3;

    /** A connection of our own; batches are rewritten by the driver into few statements, which is the fastest that plain JDBC does. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", text(data.resolve("postgres.password")));
        properties.setProperty("reWriteBatchedInserts", "true");
        String port = postmaster().get(PORT_LINE).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
    }

    /** The first number that a query answers. */
    public long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Runs statements that answer nothing. */
    public void run(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** Statements that no record store has yet. */
    public long waiting() {
        return number("select coalesce(sum(h.position - l.settled), 0) from lane l join lane_head h on h.lane = l.id");
    }

    /** Processor time and memory of all its processes. Shared buffers count once for every process that touched them. */
    public ProcessFigures figures() {
        return ProcessFigures.ofFamily(pid());
    }

    /** Stops a server that outlived its gateway; does nothing when there is none. */
    void stop() {
        if (!Files.exists(file())) {
            return;
        }
        ProcessHandle.of(pid()).filter(ProcessHandle::isAlive).ifPresent(server -> {
            server.destroy();
            server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        });
    }

    private long pid() {
        return Long.parseLong(postmaster().get(0).strip());
    }

    private Path file() {
        return data.resolve("postgres").resolve("postmaster.pid");
    }

    private List<String> postmaster() {
        return text(file()).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("no running database: " + file + " cannot be read", e);
        }
    }
}
