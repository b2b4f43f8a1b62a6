package org.lectern.gateway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL server says about itself in {@code postmaster.pid}: line 1 its process id, line 4 its port.
 *
 * @param pid process id of the server
 * @param port port it listens on
 */
record Postmaster(long pid, int port) {

    private static final String FILE = "postmaster.pid";

    /** Whoever wrote the file in this data folder; empty when there is none, or none that can be read. */
    static Optional<Postmaster> in(Path dataFolder) {
        try {
            List<String> lines = Files.readAllLines(dataFolder.resolve(FILE));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Removes a file whose writer is gone or whose process id now belongs to another program (after a reboot). */
    static void forgetIfStale(Path dataFolder) throws IOException {
        Optional<Postmaster> written = in(dataFolder);
        if (written.isPresent() && !written.get().alive()) {
            Files.deleteIfExists(dataFolder.resolve(FILE));
        }
    }

    /** Whether the process is there and is a PostgreSQL server as far as the system tells. */
    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .command()
                        .map(c -> c.contains("postgres"))
                        .orElse(true))
                .orElse(false);
    }
}
