package org.lectern.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One call of {@code ./lectern} by a person at a shell; what it says is kept. Killed when closed. */
final class Script implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Process process;
    private final Path said;

    private Script(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static Script run(Path folder, Object... arguments) {
        try {
            Path said = Files.createTempFile(folder, "said", ".txt");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("lectern.root"), "lectern").toString());
            Arrays.stream(arguments).map(Object::toString).forEach(command::add);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("LECTERN_"));
            builder.environment().put("LECTERN_BUILT", "1");
            return new Script(builder.start(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code. */
    int end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("does not end; said:\n" + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Script untilReady(int port) {
        await("ready", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("ended with " + process.exitValue() + "; said:\n" + said());
            }
            return answers200(port);
        });
        return this;
    }

    /** SIGTERM, as Ctrl-C or a service manager would. */
    void stop() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        end();
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static boolean answers200(int port) {
        try {
            HttpURLConnection probe = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health/ready")
                    .toURL()
                    .openConnection();
            probe.setConnectTimeout(2_000);
            probe.setReadTimeout(10_000);
            return probe.getResponseCode() == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        end();
    }
}
