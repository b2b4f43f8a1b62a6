package org.lectern.lti.access;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list goes on: the {@code Link} header with {@code rel="next"} (RFC 8288). Moodle's curly quotes and {@code &amp;} are
 * understood. A next page on another host is not followed, since our token would go there. Pure.
 */
public final class NextPage {
    private static final Pattern LINK = Pattern.compile("<([^<>]{1,4000})>([^<]*)");
    private static final Pattern NEXT = Pattern.compile("(?i);\\s*rel\\s*=\\s*[\"'\u201c\u201d]?\\s*next\\b");

    private NextPage() {}

    /** @param address where this page came from */
    public static Optional<URI> after(ServiceAnswer answer, URI address) {
        Matcher link = LINK.matcher(answer.header("link").orElse(""));
        while (link.find()) {
            if (NEXT.matcher(link.group(2)).find()) {
                return resolved(link.group(1).strip().replace("&amp;", "&"), address);
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> resolved(String reference, URI address) {
        try {
            URI next = address.resolve(reference);
            boolean samePlace = address.getScheme().equalsIgnoreCase(next.getScheme())
                    && address.getHost().equalsIgnoreCase(next.getHost())
                    && address.getPort() == next.getPort();
            return samePlace && !next.equals(address) ? Optional.of(next) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
