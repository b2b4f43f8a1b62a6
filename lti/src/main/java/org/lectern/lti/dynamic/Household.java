package org.lectern.lti.dynamic;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which hosts may speak for each other. A platform's configuration must come from its issuer's host (LTI Dynamic
 * Registration 1.0 §3.5.1). Two makers host many institutions under names that differ: they are written down here.
 */
final class Household {
    private static final List<List<String>> MAKERS =
            List.of(List.of("instructure.com", "canvaslms.com"), List.of("blackboard.com"));

    private Household() {}

    static boolean same(String host, String other) {
        return host.equalsIgnoreCase(other) || of(host).isPresent() && of(host).equals(of(other));
    }

    private static Optional<List<String>> of(String host) {
        return MAKERS.stream()
                .filter(maker -> maker.stream().anyMatch(within(host.toLowerCase(java.util.Locale.ROOT))))
                .findFirst();
    }

    private static Predicate<String> within(String host) {
        return domain -> host.equals(domain) || host.endsWith("." + domain);
    }
}
