package org.lectern.gateway.engagement;

import java.util.List;
import java.util.stream.LongStream;
import org.lectern.gateway.playback.Segments;
import org.lectern.gateway.playback.Segments.Segment;

/**
 * How people watched along a video: sums over attempts, in steps of equal length. Adding an attempt and taking it away again leaves
 * everything as it was. Of a video whose length nobody knows, such as a live stream, only people are counted. For one thread.
 */
final class Timeline {

    /** More steps than this nobody can tell apart in a picture. */
    static final int MOST = 240;

    private static final long HOUR = 3_600_000;
    /** People think in such steps, milliseconds. */
    private static final long[] STEPS = {
        1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, HOUR
    };

    /** Whoever stops so near the end has seen it, milliseconds. */
    private static final long NEAR_END = 3_000;

    private final long length;
    private final int[] seen;
    private final int[] plays;
    private final int[] stops;
    private int viewers;
    private int finished;

    private Timeline(long length, int[] seen, int[] plays, int[] stops) {
        this.length = length;
        this.seen = seen;
        this.plays = plays;
        this.stops = stops;
    }

    /** Nobody yet; the length in milliseconds, 0 when it is not known. */
    static Timeline of(long length) {
        int steps = count(length);
        return new Timeline(length, new int[steps], new int[steps], new int[steps]);
    }

    /** As it was kept. */
    static Timeline kept(long length, int viewers, int finished, int[] seen, int[] plays, int[] stops) {
        Timeline kept = new Timeline(length, seen, plays, stops);
        kept.viewers = viewers;
        kept.finished = finished;
        return kept;
    }

    /** Milliseconds of a step of a video of this length. */
    static long step(long length) {
        return LongStream.of(STEPS)
                .filter(step -> length <= step * MOST)
                .findFirst()
                .orElseGet(() -> (length + HOUR * MOST - 1) / (HOUR * MOST) * HOUR);
    }

    void add(Segments attempt) {
        change(attempt, 1);
    }

    void remove(Segments attempt) {
        change(attempt, -1);
    }

    long length() {
        return length;
    }

    /** People who watched anything. */
    int viewers() {
        return viewers;
    }

    /** People whose latest stretch went to the end. */
    int finished() {
        return finished;
    }

    /** For each step, people who saw its middle. */
    int[] seen() {
        return seen;
    }

    /** For each step, how many times its middle was played. */
    int[] plays() {
        return plays;
    }

    /** For each step, people whose latest stretch ended in it; those at the end are in none. */
    int[] stops() {
        return stops;
    }

    private static int count(long length) {
        return length <= 0 ? 0 : (int) ((length + step(length) - 1) / step(length));
    }

    private void change(Segments attempt, int by) {
        List<Segment> watched = attempt.watched().stream()
                .filter(stretch -> stretch.to() > stretch.from())
                .toList();
        if (watched.isEmpty()) {
            return;
        }
        viewers += by;
        if (length > 0) {
            watched.forEach(stretch -> cover(plays, stretch, by));
            attempt.merged().forEach(stretch -> cover(seen, stretch, by));
            stop(watched.get(watched.size() - 1).to(), by);
        }
    }

    private void stop(long at, int by) {
        if (at >= length - Math.max(NEAR_END, step(length))) {
            finished += by;
        } else {
            stops[(int) (at / step(length))] += by;
        }
    }

    private void cover(int[] curve, Segment stretch, int by) {
        int first = (int) Math.min(curve.length, stretch.from() / step(length));
        for (int step = first; step < curve.length; step++) {
            long twiceMiddle = step * step(length) + Math.min((step + 1) * step(length), length);
            if (twiceMiddle >= 2 * stretch.to()) {
                return;
            }
            if (twiceMiddle >= 2 * stretch.from()) {
                curve[step] += by;
            }
        }
    }
}
