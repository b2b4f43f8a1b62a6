package org.lectern.gateway.disk;

import org.eclipse.microprofile.config.Config;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;

/**
 * Settings of this room, {@code lectern.disk.*}; sizes such as {@code 200MiB}.
 *
 * @param warnFree bytes of free space below which the log warns ({@code warn-free}); by default 2 GiB
 * @param stopFree bytes of free space below which nothing new is accepted ({@code stop-free}), at most {@code warnFree}; by default
 *     200 MiB, 0 for never
 */
public record DiskSettings(long warnFree, long stopFree) {

    public static final DiskSettings DEFAULTS = new DiskSettings(2L << 30, 200L << 20);

    private static final Kind<Long> SIZE = new Kind<>("a size such as 200MiB or 2GiB", false, ByteSize::parse);

    /**
     * What the configuration says, defaults for the rest.
     *
     * @throws org.lectern.config.setting.WrongSetting naming everything that is wrong here
     */
    public static DiskSettings read(Config config) {
        return Settings.reading(config, DiskSettings::collect);
    }

    static DiskSettings collect(Settings settings) {
        Section disk = settings.section("lectern.disk");
        DiskSettings read = new DiskSettings(
                disk.value("warn-free", SIZE, DEFAULTS.warnFree()), disk.value("stop-free", SIZE, DEFAULTS.stopFree()));
        if (read.stopFree() > read.warnFree() && disk.whole(() -> read).isPresent()) {
            disk.wrong(
                    "stop-free",
                    ByteSize.text(read.stopFree()),
                    "at most " + disk.property("warn-free") + ", which is " + ByteSize.text(read.warnFree()));
        }
        return read;
    }
}
