package org.lectern.gateway.connection;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.config.tenant.FrameOrigin;

/**
 * Whose pages frame ours on a registered platform besides those that its addresses tell.
 *
 * @param entered by an administrator or the operator; stays until they take it away
 * @param told by the platform when it registered; renewed with every registration
 */
public record PlatformOrigins(Set<FrameOrigin> entered, Set<FrameOrigin> told) {

    static final PlatformOrigins NONE = new PlatformOrigins(Set.of(), Set.of());

    public PlatformOrigins {
        entered = Set.copyOf(entered);
        told = Set.copyOf(told);
    }

    /** What was told is what these tell now; what was entered before stays beside what was entered now. */
    PlatformOrigins after(PlatformOrigins before) {
        return new PlatformOrigins(joined(before.entered, entered), told);
    }

    Set<FrameOrigin> all() {
        return joined(entered, told);
    }

    private static Set<FrameOrigin> joined(Set<FrameOrigin> some, Set<FrameOrigin> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
