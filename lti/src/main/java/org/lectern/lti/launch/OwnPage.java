package org.lectern.lti.launch;

import java.util.Optional;
import org.lectern.lti.registration.WebOrigin;

/**
 * Tells posts of the tool's own pages from those of any other site, by what browsers say and pages cannot forge. Needed where a page
 * posts what it read from the platform's storage: anybody knows the secret of their own login, and could have somebody
 * else's browser post it (login CSRF).
 */
public final class OwnPage {

    private OwnPage() {}

    /**
     * Whether the page that made the request is the tool's own; false when the browser does not say.
     *
     * @param fetchSite the request's {@code Sec-Fetch-Site} header (Fetch Metadata §2.3)
     * @param origin its {@code Origin} header (Fetch §3.2), for browsers and plain http addresses without the former; the page that
     *     posts must not have the referrer policy {@code no-referrer}, which hides it
     * @param tool the tool's origin
     */
    public static boolean posted(Optional<String> fetchSite, Optional<String> origin, WebOrigin tool) {
        return fetchSite
                .map("same-origin"::equals)
                .orElseGet(() -> origin.filter(tool.toString()::equals).isPresent());
    }
}
