package org.lectern.adapter.xapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Extra values by IRI, in the order in which they were added, each of a JSON type that it can be trusted to keep: number,
 * boolean, text or agent. Immutable; every {@code with} gives a new value.
 */
public final class Extensions {

    /** No extensions; whatever holds them is not written. */
    public static final Extensions NONE = new Extensions(new Object[0]);

    /** Smaller steps would need an exponent, and an LRS need not keep them (xAPI Data §2.2). */
    private static final int MOST_DECIMALS = 6;

    /** Keys and values by turns: there are so few that searching them is cheaper than hashing. */
    private final Object[] pairs;

    private Extensions(Object[] pairs) {
        this.pairs = pairs;
    }

    /**
     * With a number. {@code 124.300} is written {@code 124.3}, {@code 0.000} is written {@code 0}; decimals beyond the sixth
     * are cut off.
     */
    public Extensions with(Iri key, BigDecimal number) {
        return put(key, plain(number));
    }

    /** With a whole number. */
    public Extensions with(Iri key, int number) {
        return put(key, BigDecimal.valueOf(number));
    }

    /** With a boolean. */
    public Extensions with(Iri key, boolean flag) {
        return put(key, flag);
    }

    /** With a text. */
    public Extensions with(Iri key, String text) {
        return put(key, text);
    }

    /** With an agent. */
    public Extensions with(Iri key, Actor agent) {
        return put(key, agent);
    }

    /** With everything of {@code others}; their values win. */
    public Extensions with(Extensions others) {
        if (isEmpty()) {
            return others;
        }
        Object[] all = Arrays.copyOf(pairs, pairs.length + others.pairs.length);
        int length = pairs.length;
        for (int i = 0; i < others.pairs.length; i += 2) {
            length = put(all, length, others.pairs[i], others.pairs[i + 1]);
        }
        return new Extensions(length == all.length ? all : Arrays.copyOf(all, length));
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return pairs.length == 0;
    }

    /** Hands over each key with its value: a BigDecimal that prints without exponent, a Boolean, a String or an {@link Actor}. */
    void forEach(BiConsumer<Iri, Object> reader) {
        for (int i = 0; i < pairs.length; i += 2) {
            reader.accept((Iri) pairs[i], pairs[i + 1]);
        }
    }

    private Extensions put(Iri key, Object value) {
        Object[] all = Arrays.copyOf(pairs, pairs.length + 2);
        int length = put(all, pairs.length, key, value);
        return new Extensions(length == all.length ? all : Arrays.copyOf(all, length));
    }

    /** Into an array that has room for one pair more; returns how much of it is in use then. */
    private static int put(Object[] all, int length, Object key, Object value) {
        for (int i = 0; i < length; i += 2) {
            if (all[i].equals(key)) {
                all[i + 1] = value;
                return length;
            }
        }
        all[length] = key;
        all[length + 1] = value;
        return length + 2;
    }

    private Map<Iri, Object> map() {
        Map<Iri, Object> map = new LinkedHashMap<>();
        forEach(map::put);
        return map;
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest =
                number.scale() > MOST_DECIMALS ? number.setScale(MOST_DECIMALS, RoundingMode.DOWN) : number;
        BigDecimal stripped = shortest.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extensions same && map().equals(same.map());
    }

    @Override
    public int hashCode() {
        return map().hashCode();
    }

    @Override
    public String toString() {
        return "Extensions" + map().keySet();
    }
}
