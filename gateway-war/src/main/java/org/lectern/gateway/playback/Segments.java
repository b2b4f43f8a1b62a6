package org.lectern.gateway.playback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The watched stretches of a video, in the order of watching, each as it was reported (vocabulary §1.5). Immutable. Nothing is
 * merged or rounded, except that beyond {@value #MOST} stretches the older half is replaced by its union: nobody reads such a
 * list, and without an end a learner who seeks for ever would make every statement bigger than the one before.
 */
public record Segments(List<Segment> watched) {

    static final Segments NONE = new Segments(List.of());
    static final int MOST = 1_000;

    private static final String BETWEEN = "[,]";
    private static final String WITHIN = "[.]";

    /** A stretch, milliseconds of media. */
    public record Segment(long from, long to) {
        public Segment {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("no segment: " + from + " to " + to);
            }
        }
    }

    public Segments {
        watched = List.copyOf(watched);
    }

    /** These and one more. Full for good when even the union of the old ones is too long; then the new one is left out. */
    Segments and(long from, long to) {
        List<Segment> more = new ArrayList<>(watched);
        if (more.size() >= MOST) {
            List<Segment> older = more.subList(0, MOST / 2);
            List<Segment> union = union(older);
            older.clear();
            more.addAll(0, union);
        }
        if (more.size() < MOST) {
            more.add(new Segment(from, to));
        }
        return new Segments(more);
    }

    /** Media milliseconds that lie in at least one stretch. */
    long covered() {
        long sum = 0;
        for (Segment segment : union(watched)) {
            sum += segment.to() - segment.from();
        }
        return sum;
    }

    /** What was seen at least once: stretches in order of position, none touching the next. */
    public List<Segment> merged() {
        return union(watched);
    }

    /** As in {@code played-segments}: {@code 0.000[.]57.100[,]30.000[.]82.100}. */
    String text() {
        StringBuilder text = new StringBuilder(watched.size() * 20);
        for (Segment segment : watched) {
            if (text.length() > 0) {
                text.append(BETWEEN);
            }
            append(text, segment.from());
            text.append(WITHIN);
            append(text, segment.to());
        }
        return text.toString();
    }

    /** Back from {@link #text}. */
    public static Segments parse(String text) {
        List<Segment> watched = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(BETWEEN, at);
            end = end < 0 ? text.length() : end;
            int middle = text.indexOf(WITHIN, at);
            watched.add(new Segment(thousandths(text, at, middle), thousandths(text, middle + WITHIN.length(), end)));
            at = end + BETWEEN.length();
        }
        return new Segments(watched);
    }

    private static List<Segment> union(List<Segment> stretches) {
        List<Segment> sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparingLong(Segment::from));
        List<Segment> union = new ArrayList<>();
        for (Segment next : sorted) {
            int last = union.size() - 1;
            if (last >= 0 && next.from() <= union.get(last).to()) {
                Segment joined = union.get(last);
                union.set(last, new Segment(joined.from(), Math.max(joined.to(), next.to())));
            } else {
                union.add(next);
            }
        }
        return union;
    }

    private static void append(StringBuilder text, long milliseconds) {
        long rest = milliseconds % 1_000;
        text.append(milliseconds / 1_000).append('.');
        text.append(rest < 100 ? rest < 10 ? "00" : "0" : "").append(rest);
    }

    private static long thousandths(String text, int from, int to) {
        int point = to - 4;
        return Long.parseLong(text, from, point, 10) * 1_000 + Long.parseLong(text, point + 1, to, 10);
    }
}
