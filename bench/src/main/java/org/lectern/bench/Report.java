package org.lectern.bench;

import java.io.PrintStream;
import java.util.Locale;

/** The table that a measurement prints, line by line while it runs, and whether all thresholds hold. For one thread. */
public final class Report {

    private final PrintStream out;
    private boolean holds = true;

    public Report(PrintStream out) {
        this.out = out;
    }

    /** A heading. */
    public void title(String text) {
        out.println();
        out.println(text);
    }

    /** A name and what was found. */
    public void line(String name, String format, Object... values) {
        out.printf(Locale.ROOT, "  %-52s %s%n", name, String.format(Locale.ROOT, format, values));
        out.flush();
    }

    /** A number that must not fall short. */
    public void atLeast(String name, double value, double threshold) {
        judge(name, value, value >= threshold, "at least", threshold);
    }

    /** A number that must not exceed. */
    public void atMost(String name, double value, double threshold) {
        judge(name, value, value <= threshold, "at most", threshold);
    }

    /** Something that must be so. */
    public void must(String name, boolean so, String found) {
        holds &= so;
        line(name, "%s%s", found, so ? "" : "   MISSED");
    }

    private void judge(String name, double value, boolean well, String word, double threshold) {
        holds &= well;
        line(name, "%.3f   (%s %.2f: %s)", value, word, threshold, well ? "holds" : "MISSED");
    }

    /** Whether every threshold holds so far. */
    public boolean holds() {
        return holds;
    }
}
