package org.lectern.config.tenant;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.lectern.lti.registration.WebOrigin;

/**
 * Makers that show one institution's pages under many names, and parts of a page from hosts of their own (docs/decisions/0018). Told by
 * the addresses a registration has, since a registration of the configuration names no maker. Pure.
 */
final class PlatformMakers {

    /**
     * Canvas: SCHOOL.instructure.com, beta and test below it, New Quizzes. Blackboard: SCHOOL.blackboard.com. Brightspace: SCHOOL.brightspace.com,
     * and s.brightspace.com around a course's content also where the school has a name of its own. Schoology: app and SCHOOL.schoology.com.
     */
    private static final List<String> DOMAINS =
            List.of("instructure.com", "blackboard.com", "brightspace.com", "schoology.com");

    private PlatformMakers() {}

    /** Every name below the domain of a maker whose hosts are among these addresses. */
    static Stream<FrameOrigin> origins(Stream<URI> addresses) {
        List<String> hosts = addresses
                .flatMap(address -> WebOrigin.of(address).stream())
                .map(WebOrigin::host)
                .toList();
        return DOMAINS.stream()
                .filter(domain -> hosts.stream().anyMatch(host -> host.equals(domain) || host.endsWith("." + domain)))
                .map(domain -> new FrameOrigin(new WebOrigin("https", domain, 443), true));
    }
}
