package org.lectern.lti.registration;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Scheme, host and port of a web address, with default ports filled in and letters lowered (RFC 6454 §4). Its text form
 * is the one browsers use: {@code https://lms.example.edu}, {@code http://127.0.0.1:8081}.
 */
public record WebOrigin(String scheme, String host, int port) {

    /** The origin of {@code url}; empty unless it is an absolute http or https address without user information. */
    public static Optional<WebOrigin> of(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getPort() == 0
                || url.getPort() > 65535) {
            return Optional.empty();
        }
        int port = url.getPort() > 0 ? url.getPort() : defaultPort(scheme);
        return Optional.of(new WebOrigin(scheme, url.getHost().toLowerCase(Locale.ROOT), port));
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    /** Whether the host is this machine by name: {@code localhost}, its subdomains, 127.0.0.0/8 or ::1. */
    public boolean loopback() {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port == defaultPort(scheme) ? "" : ":" + port);
    }
}
