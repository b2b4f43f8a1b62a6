package org.lectern.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the repository is and where a measurement keeps its files. */
public final class Folders {

    private Folders() {}

    /** The repository: system property {@code lectern.root}, else the nearest folder above that has the script. */
    public static Path root() {
        String given = System.getProperty("lectern.root");
        Path folder = Path.of(given == null ? "" : given).toAbsolutePath();
        while (folder != null && !Files.isExecutable(folder.resolve("lectern"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("the repository is not above this folder: set -Dlectern.root");
        }
        return folder;
    }

    /** An empty folder of this name under {@code bench/target/runs}. */
    public static Path fresh(String name) throws IOException {
        Path folder = root().resolve("bench/target/runs").resolve(name);
        remove(folder);
        return Files.createDirectories(folder);
    }

    /** Removes a folder and everything in it. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
