package org.lectern.gateway.disk;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 200MiB}, {@code 1.5 GiB}, {@code 4096}. Pure. */
final class ByteSize {

    private static final List<String> UNITS = List.of("", "KiB", "MiB", "GiB", "TiB");
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*(KiB|MiB|GiB|TiB|)");
    private static final int STEP = 1_024;

    private ByteSize() {}

    /** @throws IllegalArgumentException naming the property, what was found and what is allowed */
    static long parse(String property, String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    property + " must be a size such as 200MiB or 2GiB, found '" + text + "'");
        }
        BigDecimal unit = BigDecimal.valueOf(STEP).pow(UNITS.indexOf(parts.group(2)));
        return new BigDecimal(parts.group(1)).multiply(unit).longValue();
    }

    /** Rounded down to whole units, the largest that leave at least 10 of them. */
    static String text(long bytes) {
        long rest = bytes;
        int unit = 0;
        while (rest >= 10L * STEP && unit < UNITS.size() - 1) {
            rest /= STEP;
            unit++;
        }
        return unit == 0 ? rest + " bytes" : rest + " " + UNITS.get(unit);
    }
}
