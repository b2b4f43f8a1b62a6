package org.lectern.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One gateway, started by {@code ./lectern serve} with a configuration and a data folder of its own under {@code
 * bench/target/runs}. May be killed and started again; the data stay. Not safe for several threads.
 */
public final class GatewayProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private Process process;

    private GatewayProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        // Also when the measurement itself is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** A gateway that is not started yet, for these institutions. */
    public static GatewayProcess of(String name, List<Institution> institutions, String... more) throws IOException {
        GatewayProcess gateway = new GatewayProcess(Folders.fresh(name), Ports.free());
        String tenants = institutions.stream().map(Institution::id).collect(Collectors.joining(","));
        // A few sessions send what thousands of learners would.
        String text = "lectern.base-url=" + gateway.url()
                + "\nlectern.allow-private-addresses=true\nlectern.playback.facts-per-second=0\nlectern.tenants="
                + tenants + "\n" + String.join("\n", more) + "\n"
                + institutions.stream().map(Institution::properties).collect(Collectors.joining("\n"));
        Files.writeString(gateway.folder.resolve("lectern.properties"), text);
        return gateway;
    }

    /** Where it listens, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** Starts it and returns at once. */
    public void launch() {
        try {
            process = new ProcessBuilder(
                            Folders.root().resolve("lectern").toString(),
                            "serve",
                            "--config",
                            folder.resolve("lectern.properties").toString(),
                            "--data",
                            data().toString(),
                            "--port",
                            Integer.toString(port))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("./lectern serve cannot be started", e);
        }
    }

    /** What it printed. */
    public Path log() {
        return folder.resolve("gateway.log");
    }

    /** Starts it and waits until {@code /health/ready} answers 200. */
    public GatewayProcess start() {
        launch();
        awaitReady();
        return this;
    }

    /** @throws IllegalStateException when it ended, or is not ready in time */
    public void awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the gateway " + (process.isAlive() ? "is not ready" : "ended") + "; see " + log());
            }
            pause(100);
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(url() + "/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(3_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What {@code kill -9} does: no last words. Its database server lives on, as after a real one. */
    public void kill9() {
        process.destroyForcibly();
        await(process);
    }

    /** Processor time and memory of the gateway's own process. */
    public ProcessFigures figures() {
        return ProcessFigures.of(process.pid());
    }

    public long pid() {
        return process.pid();
    }

    public GatewayDatabase database() {
        return new GatewayDatabase(data());
    }

    /** Ends it as an operator would, and its database with it. */
    public void stop() {
        if (process != null && process.isAlive()) {
            process.destroy();
            await(process);
        }
    }

    @Override
    public void close() {
        stop();
        new GatewayDatabase(data()).stop();
    }

    /** Removes everything it kept. */
    public void forget() throws IOException {
        Folders.remove(folder);
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits; bench only looks at a process from outside, so there is nothing else to wait for. */
    public static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
