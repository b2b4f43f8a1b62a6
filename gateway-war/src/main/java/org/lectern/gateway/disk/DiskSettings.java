package org.lectern.gateway.disk;

import org.eclipse.microprofile.config.Config;

/**
 * Settings of this room, {@code lectern.disk.*}; sizes such as {@code 200MiB}.
 *
 * @param warnFree bytes of free space below which the log warns ({@code warn-free}); by default 2 GiB
 * @param stopFree bytes of free space below which nothing new is accepted ({@code stop-free}); by default 200 MiB, 0 for never
 */
public record DiskSettings(long warnFree, long stopFree) {

    public static final DiskSettings DEFAULTS = new DiskSettings(2L << 30, 200L << 20);

    private static final String WARN = "lectern.disk.warn-free";
    private static final String STOP = "lectern.disk.stop-free";

    public DiskSettings {
        if (stopFree > warnFree) {
            throw new IllegalArgumentException(STOP + " must not be larger than " + WARN + ", found "
                    + ByteSize.text(stopFree) + " and " + ByteSize.text(warnFree));
        }
    }

    /** What the configuration says, defaults for the rest. */
    public static DiskSettings read(Config config) {
        return new DiskSettings(read(config, WARN, DEFAULTS.warnFree()), read(config, STOP, DEFAULTS.stopFree()));
    }

    private static long read(Config config, String property, long fallback) {
        return config.getOptionalValue(property, String.class)
                .map(text -> ByteSize.parse(property, text))
                .orElse(fallback);
    }
}
