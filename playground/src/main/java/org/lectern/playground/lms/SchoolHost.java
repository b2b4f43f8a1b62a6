package org.lectern.playground.lms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/**
 * Hosted LMSs have one issuer for all schools, and show their pages under a name of each school's own: here {@code
 * http://acme.localhost:8081/acme}. Browsers take every name below localhost for this machine. Pure.
 */
final class SchoolHost {
    /** Endpoints stay with the issuer, as tools know them. */
    private static final Set<String> PAGES = Set.of("", "course", "library", "gradebook", "admin", "registration");

    private SchoolHost() {}

    /** The platform's address as people of this tenant see it. */
    static String base(String issuer, String tenant, Switches switches) {
        URI at = URI.create(issuer);
        return switches.is(Switch.PAGES_HOST, "school")
                ? at.getScheme() + "://" + tenant + ".localhost" + (at.getPort() < 0 ? "" : ":" + at.getPort())
                        + at.getPath()
                : issuer;
    }

    /** Whether a page of the school was asked of the issuer's host. */
    static boolean elsewhere(Request request, String what, String issuer, Switches switches) {
        return switches.is(Switch.PAGES_HOST, "school")
                && PAGES.contains(what)
                && request.header("host")
                        .filter(URI.create(issuer).getAuthority()::equals)
                        .isPresent();
    }

    /** The query again. */
    static String query(Parameters parameters) {
        return parameters.values().entrySet().stream()
                .flatMap(
                        entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
