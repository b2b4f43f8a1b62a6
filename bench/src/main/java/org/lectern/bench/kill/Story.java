package org.lectern.bench.kill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.lectern.bench.viewer.Facts;

/**
 * Invents what a viewer does in one playback, each position only once, and says for every fact what must be told of it. For one
 * thread.
 */
final class Story {

    private static final int LONGEST_STRETCH = 10_000;

    private final Random random;
    private final int length;
    private final Set<Long> used = new HashSet<>();
    private final List<List<Expected>> expected = new ArrayList<>();
    private boolean playing;
    private long position;

    /** @param length facts it will have */
    Story(Random random, int length) {
        this.random = random;
        this.length = length;
    }

    boolean isOver() {
        return expected.size() >= length;
    }

    /** What the fact with this number must lead to. */
    List<Expected> expected(long seq) {
        return expected.get((int) seq - 1);
    }

    int facts() {
        return expected.size();
    }

    /** The next fact, which happens now. */
    String next() {
        long seq = expected.size() + 1L;
        if (seq == 1) {
            return told(Facts.ready(seq), new Expected("initialized", 0));
        }
        if (seq == length) {
            long at = onward();
            return playing
                    ? told(
                            Facts.positioned(seq, "leave", at),
                            new Expected("paused", at),
                            new Expected("terminated", at))
                    : told(Facts.positioned(seq, "leave", at), new Expected("terminated", at));
        }
        return playing ? whilePlaying(seq) : whilePaused(seq);
    }

    private String whilePlaying(long seq) {
        switch (random.nextInt(6)) {
            case 0 -> {
                return stop(seq, "pause");
            }
            case 1 -> {
                return seek(seq);
            }
            case 2 -> {
                return control(seq);
            }
            case 3 -> {
                return random.nextInt(4) == 0 ? stop(seq, "ended") : rate(seq);
            }
            default -> {
                return told(Facts.positioned(seq, "heartbeat", onward()));
            }
        }
    }

    private String whilePaused(long seq) {
        switch (random.nextInt(4)) {
            case 0 -> {
                return seek(seq);
            }
            case 1 -> {
                return control(seq);
            }
            default -> {
                playing = true;
                long at = unused(position);
                return told(Facts.positioned(seq, "play", at), new Expected("played", at));
            }
        }
    }

    private String stop(long seq, String kind) {
        playing = false;
        long at = onward();
        return told(Facts.positioned(seq, kind, at), new Expected("paused", at));
    }

    private String seek(long seq) {
        long from = playing ? onward() : position;
        position = unused(random.nextInt(1_000_000));
        return told(Facts.seek(seq, from, position), new Expected("seeked", position));
    }

    private String rate(long seq) {
        long at = onward();
        return told(Facts.rate(seq, at, "1", "1.5"), new Expected("interacted", at));
    }

    private String control(long seq) {
        long at = onward();
        return told(Facts.captions(seq, at, random.nextBoolean()), new Expected("interacted", at));
    }

    private long onward() {
        position = unused(position + 1 + random.nextInt(LONGEST_STRETCH));
        return position;
    }

    /** This position, or the nearest behind it that was never used. */
    private long unused(long wanted) {
        long free = wanted;
        while (!used.add(free)) {
            free++;
        }
        position = free;
        return free;
    }

    private String told(String fact, Expected... of) {
        expected.add(List.of(of));
        return fact;
    }
}
