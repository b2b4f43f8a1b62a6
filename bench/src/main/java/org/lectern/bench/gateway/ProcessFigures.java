package org.lectern.bench.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What Linux tells about a process.
 *
 * @param cpuSeconds processor time so far, of its ended children too
 * @param residentMiB memory it occupies now
 * @param peakMiB most memory it ever occupied
 */
public record ProcessFigures(double cpuSeconds, long residentMiB, long peakMiB) {

    private static final double TICKS = 100; // _SC_CLK_TCK of every Linux on x86 and ARM
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    static ProcessFigures of(long pid) {
        String[] stat = afterName(read(pid, "stat"));
        double ticks = Double.parseDouble(stat[UTIME])
                + Double.parseDouble(stat[STIME])
                + Double.parseDouble(stat[CUTIME])
                + Double.parseDouble(stat[CSTIME]);
        String status = read(pid, "status");
        return new ProcessFigures(ticks / TICKS, mebibytes(status, "VmRSS:"), mebibytes(status, "VmHWM:"));
    }

    /** A process together with its living children. */
    static ProcessFigures ofFamily(long pid) {
        ProcessFigures sum = of(pid);
        try (Stream<ProcessHandle> children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children)) {
            for (ProcessHandle child : children.toList()) {
                sum = sum.plusIfAlive(child.pid());
            }
        }
        return sum;
    }

    private ProcessFigures plusIfAlive(long pid) {
        try {
            ProcessFigures other = of(pid);
            return new ProcessFigures(
                    cpuSeconds + other.cpuSeconds, residentMiB + other.residentMiB, peakMiB + other.peakMiB);
        } catch (UncheckedIOException ended) {
            return this;
        }
    }

    private static String read(long pid, String what) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), what));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " is gone", e);
        }
    }

    private static String[] afterName(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long mebibytes(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0L);
    }
}
