package org.lectern.lti.roster;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Addresses of a roster's pages: the service's own, with its own query kept, and what is asked for added. Pure. */
final class RosterAddress {

    private RosterAddress() {}

    static URI first(URI service, RosterQuery query) {
        List<String> more = new ArrayList<>();
        query.limit().ifPresent(limit -> more.add("limit=" + limit));
        query.role().ifPresent(role -> more.add("role=" + encoded(role)));
        query.resourceLinkId().ifPresent(link -> more.add("rlid=" + encoded(link)));
        return with(service, more);
    }

    /** Moodle's next pages no longer say which role was asked for. */
    static URI next(URI next, RosterQuery query) {
        boolean said = next.getRawQuery() != null && ("&" + next.getRawQuery()).contains("&role=");
        return query.role()
                .filter(role -> !said)
                .map(role -> with(next, List.of("role=" + encoded(role))))
                .orElse(next);
    }

    private static URI with(URI address, List<String> parameters) {
        if (parameters.isEmpty()) {
            return address;
        }
        String text = address.toString();
        String joint = address.getRawQuery() == null ? "?" : "&";
        return URI.create(text + joint + String.join("&", parameters));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
