package org.lectern.gateway.disk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 200MiB}, {@code 1.5 GiB}, {@code 4096}. Pure. */
public final class ByteSize {

    private static final List<String> UNITS = List.of("", "KiB", "MiB", "GiB", "TiB");
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*(KiB|MiB|GiB|TiB|)");
    private static final int STEP = 1_024;

    private ByteSize() {}

    /** Empty when the text is no size. */
    public static Optional<Long> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigDecimal unit = BigDecimal.valueOf(STEP).pow(UNITS.indexOf(parts.group(2)));
        return Optional.of(new BigDecimal(parts.group(1)).multiply(unit))
                .filter(bytes -> bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(BigDecimal::longValue);
    }

    /** Rounded down to whole units, the largest that leave at least 10 of them. */
    public static String text(long bytes) {
        long rest = bytes;
        int unit = 0;
        while (rest >= 10L * STEP && unit < UNITS.size() - 1) {
            rest /= STEP;
            unit++;
        }
        return unit == 0 ? rest + " bytes" : rest + " " + UNITS.get(unit);
    }
}
