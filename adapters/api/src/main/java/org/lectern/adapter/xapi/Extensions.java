package org.lectern.adapter.xapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Extra values by IRI, in the order in which they were added, each of a JSON type that it can be trusted to keep: number,
 * boolean, text or agent. Immutable; every {@code with} gives a new value.
 */
public final class Extensions {

    /** No extensions; whatever holds them is not written. */
    public static final Extensions NONE = new Extensions(Map.of());

    /** Smaller steps would need an exponent, and an LRS need not keep them (xAPI Data §2.2). */
    private static final int MOST_DECIMALS = 6;

    private final Map<Iri, Object> values;

    private Extensions(Map<Iri, Object> values) {
        this.values = values;
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
        if (values.isEmpty()) {
            return others;
        }
        if (others.values.isEmpty()) {
            return this;
        }
        Map<Iri, Object> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return new Extensions(Collections.unmodifiableMap(all));
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Hands over each key with its value: a BigDecimal that prints without exponent, a Boolean, a String or an {@link Actor}. */
    void forEach(BiConsumer<Iri, Object> reader) {
        values.forEach(reader);
    }

    private Extensions put(Iri key, Object value) {
        Map<Iri, Object> all = new LinkedHashMap<>(values);
        all.put(key, value);
        return new Extensions(Collections.unmodifiableMap(all));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest =
                number.scale() > MOST_DECIMALS ? number.setScale(MOST_DECIMALS, RoundingMode.DOWN) : number;
        BigDecimal stripped = shortest.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extensions same && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Extensions" + values.keySet();
    }
}
