package org.lectern.bench;

import java.util.Collection;
import java.util.List;

/** Order statistics. */
public final class Numbers {

    private static final double HALF = 0.5;

    private Numbers() {}

    public static double median(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) * HALF;
    }

    /** The smallest value that this share of all values does not exceed. */
    public static double quantile(Collection<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
    }
}
