package org.lectern.bench.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a JVM's heap holds after a full collection, asked with the JDK's {@code jcmd}. */
public final class LiveHeap {

    private LiveHeap() {}

    /**
     * After two full collections: what a cleaner or a reference queue lets go in the first is gone only after the second.
     *
     * @throws IOException when {@code jcmd} cannot be run or does not reach the process
     */
    public static long mebibytes(long pid) throws IOException {
        collected(pid);
        return collected(pid);
    }

    private static long collected(long pid) throws IOException {
        Path besideUs = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process jcmd = new ProcessBuilder(
                        Files.isExecutable(besideUs) ? besideUs.toString() : "jcmd",
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return answer.lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> Long.parseLong(line.strip().split("\\s+")[2]) >> 20)
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd does not reach process " + pid + ": " + answer));
    }
}
