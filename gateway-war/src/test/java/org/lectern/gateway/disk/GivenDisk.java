package org.lectern.gateway.disk;

import java.time.Clock;
import java.util.Optional;

/** Disks with room, and without. */
public final class GivenDisk {

    private GivenDisk() {}

    /** Nothing is ever full. */
    public static DiskGuard roomy() {
        return with(Long.MAX_VALUE);
    }

    /** Not a byte left. */
    public static DiskGuard full() {
        return with(0);
    }

    private static DiskGuard with(long free) {
        DiskGuard guard = new DiskGuard(DiskSettings.DEFAULTS, () -> free, Clock.systemUTC(), Optional.empty());
        guard.look();
        return guard;
    }
}
