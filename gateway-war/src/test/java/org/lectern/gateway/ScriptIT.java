package org.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lectern} as a person meets it: clear words when it cannot start, and a start after every kind of end. */
final class ScriptIT {

    @TempDir
    private Path folder;

    private Path config;
    private Path data;
    private int port;

    @BeforeEach
    void configure() throws IOException {
        config = Files.copy(
                Path.of("target", "test-classes", "wiring.properties"), folder.resolve("lectern.properties"));
        data = folder.resolve("data");
        port = Script.freePort();
    }

    @AfterEach
    void leaveNoDatabaseRunning() {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void helpNamesEveryCommand() {
        try (Script script = Script.run(folder, "help")) {
            assertThat(script.end()).isZero();
            assertThat(script.said())
                    .contains(
                            "./lectern up", "./lectern serve", "./lectern test", "./lectern admin", "./lectern bench");
        }
    }

    @Test
    void unknownCommandIsNamed() {
        refuses("unknown command 'fly'", "fly");
    }

    @Test
    void unknownOptionIsNamed() {
        refuses("unknown option --fly", "serve", "--fly");
    }

    @Test
    void configurationThatIsNotThereIsNamed() {
        refuses("the configuration file nowhere.properties cannot be read.", "serve", "--config", "nowhere.properties");
    }

    @Test
    void portMustBeANumber() {
        refuses("the port must be a number from 1 to 65533, found 'eighty'", "serve", "--port", "eighty");
    }

    @Test
    void dataFolderThatIsAFileIsNamed() throws IOException {
        Files.writeString(data, "in the way");
        refuses("the folder " + data + " cannot be made: choose another with --data.", "serve", "--data", data);
    }

    @Test
    void busyPortIsNamed() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses("port " + busy.getLocalPort() + " is in use", "serve", "--port", busy.getLocalPort());
        }
    }

    @Test
    void wrongValuesOfAllRoomsEndTheStartAndAreNamed() throws IOException {
        Files.writeString(config, Files.readString(config) + """

                        lectern.tenant.acme.completion-threshold=lots
                        lectern.delivery.workers=many
                        lectern.playback.idle-timeout=soon
                        lectern.disk.stop-free=some
                        lectern.outbound.connections=0
                        lectern.media.link-lifetime=ever
                        """);
        try (Script script = serve()) {
            assertThat(script.end()).isEqualTo(78);
            assertThat(script.said())
                    .contains("cannot start: lectern.tenant.acme.completion-threshold: found 'lots', allowed: ")
                    .contains("cannot start: lectern.delivery.workers: found 'many', allowed: ")
                    .contains("cannot start: lectern.playback.idle-timeout: found 'soon', allowed: ")
                    .contains("cannot start: lectern.disk.stop-free: found 'some', allowed: ")
                    .contains("cannot start: lectern.outbound.connections: found '0', allowed: ")
                    .contains("cannot start: lectern.media.link-lifetime: found 'ever', allowed: ")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void livesThroughKillsAndEndsWhole() {
        try (Script first = serve().untilReady(port)) {
            refuses(
                    "Lectern is already running with this data folder",
                    "serve",
                    "--data",
                    data,
                    "--port",
                    Script.freePort());
            first.kill();
        }
        ProcessHandle database = postmaster().orElseThrow();
        assertThat(database.isAlive()).as("the database outlives its gateway").isTrue();
        try (Script second = serve().untilReady(port)) {
            assertThat(second.said()).contains("adopted the database server that was left running");
            assertThat(postmaster()).contains(database);
            second.kill();
            database.destroyForcibly();
            Script.await("database gone", () -> !database.isAlive());
        }
        try (Script third = serve().untilReady(port)) {
            ProcessHandle recovered = postmaster().orElseThrow();
            assertThat(recovered).isNotEqualTo(database);
            third.stop();
            third.end();
            Script.await("database stopped", () -> !recovered.isAlive());
            assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
            assertThat(data.resolve("lectern.pid")).doesNotExist();
        }
    }

    private Script serve() {
        return Script.run(folder, "serve", "--data", data, "--port", port);
    }

    /** One sentence that says this, and an exit code that says no. */
    private void refuses(String sentence, Object... arguments) {
        try (Script script = Script.run(folder, arguments)) {
            assertThat(script.end()).isNotZero();
            assertThat(script.said().lines().filter(line -> line.startsWith("lectern: ")))
                    .singleElement()
                    .asString()
                    .contains(sentence);
        }
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                            .get(0)
                            .strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
