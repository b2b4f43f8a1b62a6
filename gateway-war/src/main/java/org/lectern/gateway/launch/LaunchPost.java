package org.lectern.gateway.launch;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lectern.lti.launch.OwnPage;
import org.lectern.lti.registration.WebOrigin;

/**
 * What came to the launch address, before anything of it is looked at.
 *
 * @param body a form, or not
 * @param cookies the browser's, by name
 * @param fetchSite header {@code Sec-Fetch-Site}
 * @param origin header {@code Origin}
 */
record LaunchPost(InputStream body, Map<String, String> cookies, Optional<String> fetchSite, Optional<String> origin) {

    static LaunchPost of(InputStream body, HttpHeaders headers) {
        Map<String, String> cookies =
                headers.getCookies().values().stream().collect(Collectors.toMap(Cookie::getName, Cookie::getValue));
        return new LaunchPost(
                body,
                cookies,
                Optional.ofNullable(headers.getHeaderString("Sec-Fetch-Site")),
                Optional.ofNullable(headers.getHeaderString("Origin")));
    }

    /** Whether a page of ours posted it. */
    boolean byOwnPage(WebOrigin tool) {
        return OwnPage.posted(fetchSite, origin, tool);
    }
}
