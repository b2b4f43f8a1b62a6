package org.lectern.adapter.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Reads played-segments, {@code 0.000[.]57.100[,]30.000[.]82.100}, independently of the gateway that wrote them. */
final class Segments {

    private static final int DECIMALS = 9;

    private record Segment(BigDecimal start, BigDecimal end) {

        static Segment parse(String text) {
            String[] ends = text.split("\\[\\.]", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("no closed segment: " + text);
            }
            return new Segment(new BigDecimal(ends[0]), new BigDecimal(ends[1]));
        }
    }

    private Segments() {}

    /** The share of the length that lies in at least one segment, at most 1. */
    static BigDecimal covered(String encoded, BigDecimal length) {
        List<Segment> segments = Arrays.stream(encoded.split("\\[,]"))
                .filter(text -> !text.isEmpty())
                .map(Segment::parse)
                .sorted(Comparator.comparing(Segment::start))
                .toList();
        BigDecimal watched = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        for (Segment segment : segments) {
            BigDecimal from = segment.start().max(reached);
            reached = reached.max(segment.end());
            watched = watched.add(reached.subtract(from).max(BigDecimal.ZERO));
        }
        return watched.divide(length, DECIMALS, RoundingMode.DOWN).min(BigDecimal.ONE);
    }
}
