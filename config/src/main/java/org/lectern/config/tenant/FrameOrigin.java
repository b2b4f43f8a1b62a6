package org.lectern.config.tenant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lectern.lti.registration.WebOrigin;

/**
 * Whose pages may show ours in a frame: an origin, or every name below a domain ({@code https://*.school.edu}; the domain itself is not
 * among them). What browsers call a host source (CSP level 3 §2.3.1), always with its scheme. Only for that: a message is
 * never sent to a pattern. Its text form can be nothing but a host source.
 *
 * @param origin for a pattern the domain's
 * @param below whether names below the host are meant
 */
public record FrameOrigin(WebOrigin origin, boolean below) {

    /** So many a registration may have: with those of the makers they fit into a header that proxies let through. */
    public static final int MOST = 20;

    /** What {@link #of} takes, in words. */
    public static final String ALLOWED =
            "an origin such as https://learn.school.edu, or https://*.school.edu for every name below"
                    + " school.edu; http on this machine only; no path";

    private static final String PATTERN = "://*.";
    private static final int LONGEST = 300;
    // No IPv6 address: it cannot be written as a host source, so a browser would ignore the entry.
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

    public FrameOrigin {
        if (!HOST.matcher(origin.host()).matches()
                || below
                        && (!origin.host().contains(".")
                                || ADDRESS.matcher(origin.host()).matches())) {
            throw new IllegalArgumentException(ALLOWED + ", found " + origin);
        }
    }

    /** As people write it, in any case and with or without a slash at the end; empty when it is not {@link #ALLOWED}. */
    public static Optional<FrameOrigin> of(String text) {
        boolean below = text.contains(PATTERN);
        try {
            URI address = new URI(below ? text.replace(PATTERN, "://") : text);
            String path = Optional.ofNullable(address.getRawPath()).orElse("");
            return WebOrigin.of(address)
                    .filter(origin -> text.length() <= LONGEST && (path.isEmpty() || path.equals("/")))
                    .filter(origin -> address.getRawQuery() == null && address.getRawFragment() == null)
                    .filter(origin -> origin.secure() || origin.loopback())
                    .map(origin -> new FrameOrigin(origin, below));
        } catch (URISyntaxException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The origin of a platform's own address; empty where it cannot be written as a host source. */
    public static Optional<FrameOrigin> of(URI address) {
        return WebOrigin.of(address)
                .filter(origin -> HOST.matcher(origin.host()).matches())
                .map(origin -> new FrameOrigin(origin, false));
    }

    /** Reads what {@link #text} wrote. */
    public static Set<FrameOrigin> read(String text) {
        return Arrays.stream(text.split(" "))
                .flatMap(one -> of(one).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** With blanks between. */
    public static String text(Set<FrameOrigin> origins) {
        return origins.stream().map(FrameOrigin::toString).sorted().collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return below ? origin.toString().replace("://", PATTERN) : origin.toString();
    }
}
