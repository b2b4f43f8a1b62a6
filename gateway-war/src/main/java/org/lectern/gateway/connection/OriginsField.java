package org.lectern.gateway.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lectern.config.tenant.FrameOrigin;

/** The field in which an administrator says under which addresses people see the platform: some lines, or none. Pure. */
final class OriginsField {

    static final String NAME = "origins";

    private OriginsField() {}

    /** Empty when something in it is no origin, or there are too many. */
    static Optional<Set<FrameOrigin>> read(String text) {
        List<String> typed = Arrays.stream(text.split("[\\s,]+"))
                .filter(one -> !one.isEmpty())
                .toList();
        Set<FrameOrigin> origins =
                typed.stream().flatMap(one -> FrameOrigin.of(one).stream()).collect(Collectors.toSet());
        boolean right = typed.stream().allMatch(one -> FrameOrigin.of(one).isPresent());
        return Optional.of(origins).filter(read -> right && read.size() <= FrameOrigin.MOST);
    }
}
