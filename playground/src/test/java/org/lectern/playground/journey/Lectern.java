package org.lectern.playground.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A gateway with its playground, started by {@code ./lectern up} on three free ports. Closing stops every process of it. */
final class Lectern implements AutoCloseable {

    /** Which of the processes that share the journeys this one is, from 1 on: no two take the same ports and folders. */
    static final int FORK =
            Integer.parseInt(System.getProperty("lectern.fork", "fork-1").substring("fork-".length()));

    private static final Path ROOT =
            Path.of(System.getProperty("lectern.root", "..")).toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(2);
    private static final int STOP_SECONDS = 20;
    private static final int PORTS = 24;
    private static final int FIRST_PORT = 18400 + PORTS * (FORK - 1);
    private static final int LAST_PORT = FIRST_PORT + PORTS - 3;

    private final Optional<Process> process;
    private final Path data;
    private final int port;

    private Lectern(Optional<Process> process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts with an empty data folder and waits until it is ready.
     *
     * @param home gets the data and the log; emptied first
     * @param options further ones of {@code ./lectern up}
     * @throws IOException when it is not ready in time, with what it said
     */
    static Lectern up(Path home, List<String> options) throws IOException, InterruptedException {
        empty(home);
        Files.createDirectories(home);
        int port = freePorts();
        Path data = home.resolve("data");
        List<String> command = new ArrayList<>(List.of(
                ROOT.resolve("lectern").toString(), "up", "--data", data.toString(), "--port", String.valueOf(port)));
        command.addAll(options);
        Path log = home.resolve("up.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("LECTERN_BUILT", "1");
        Lectern lectern = new Lectern(Optional.of(builder.start()), data, port);
        try {
            Await.until(START, () -> "ready; it said: " + tail(log), () -> lectern.ended(log) || said(log));
            return lectern;
        } catch (AssertionError late) {
            lectern.close();
            throw new IOException(late);
        }
    }

    String gateway() {
        return "http://127.0.0.1:" + port;
    }

    String lms() {
        return "http://localhost:" + (port + 1);
    }

    /** One that runs already on this port, with this data folder; closing leaves it alone. For writing tests. */
    static Lectern running(int port, Path data) {
        return new Lectern(Optional.empty(), data, port);
    }

    /** The address of a course page in which somebody has opened a link. */
    String course(String institution, String person, String link) {
        return lms() + "/" + institution + "/course?person=" + person + "&link=" + link;
    }

    /** What the gateway's own IRIs of an institution begin with, and what {@link org.lectern.adapter.judge.Shape} calls it. */
    Map<String, String> namesOf(String institution) {
        return Map.of(gateway() + "/xapi/ext/", "<ext>", gateway() + "/" + institution, "<site>");
    }

    String lrsPages() {
        return "http://localhost:" + (port + 2);
    }

    Lrs lrs(String institution) {
        return new Lrs(URI.create(lrsPages() + "/" + institution + "/"));
    }

    /** An institution's practice Caliper endpoint. */
    Events events(String institution) {
        return new Events(URI.create(lrsPages() + "/" + institution + "/caliper/"));
    }

    /** Sets switches of an institution's practice LMS, written as a form: {@code storage=on&message-hint=many}. */
    void practise(String institution, String switches) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(lms() + "/" + institution + "/switches"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(switches))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(switches + " got " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What {@code ./lectern admin} prints; an error when it fails. */
    String admin(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("lectern").toString(), "admin"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        Path out = data.resolveSibling("admin.out");
        Process admin = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!admin.waitFor(1, TimeUnit.MINUTES) || admin.exitValue() != 0) {
            admin.destroyForcibly();
            throw new IOException(command + " failed: " + Files.readString(out));
        }
        return Files.readString(out);
    }

    /** Everybody's time at an institution has run out a minute ago; nodes that remember a session notice within half a minute. */
    void endSessions(String institution) throws IOException {
        try (Connection connection = database();
                PreparedStatement update = connection.prepareStatement(
                        "update learner_session set expires = now() - interval '1 minute' where tenant = ?")) {
            update.setString(1, institution);
            if (update.executeUpdate() == 0) {
                throw new AssertionError("nobody has a session at " + institution);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Runs SQL in the gateway's embedded database. */
    void sql(String... statements) throws IOException, SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** With the password of the data folder. */
    private Connection database() throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3)
                .strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "postgres",
                Files.readString(data.resolve("postgres.password")).strip());
    }

    @Override
    public void close() {
        process.ifPresent(Lectern::stop);
    }

    private static void stop(Process process) {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean ended(Path log) {
        if (!process.map(Process::isAlive).orElse(true)) {
            throw new AssertionError("ended while starting; it said: " + tail(log));
        }
        return false;
    }

    private static boolean said(Path log) {
        return tail(log).contains("Lectern is ready.");
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 4_000));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static int freePorts() {
        for (int first = FIRST_PORT; first <= LAST_PORT; first += 3) {
            if (isFree(first) && isFree(first + 1) && isFree(first + 2)) {
                return first;
            }
        }
        throw new IllegalStateException("no three free ports from " + FIRST_PORT + " to " + (LAST_PORT + 2));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
