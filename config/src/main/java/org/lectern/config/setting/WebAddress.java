package org.lectern.config.setting;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Kinds of http and https addresses. All have a host and neither user name, password nor fragment. */
public final class WebAddress {

    private WebAddress() {}

    /** An https address; http too, where private addresses are allowed. */
    public static Kind<URI> https(boolean httpToo) {
        return new Kind<>(
                "an https address with a host and without a password in it"
                        + (httpToo ? " (or http)" : " (http only with lectern.allow-private-addresses=true)"),
                false,
                text -> parse(text, httpToo ? Set.of("http", "https") : Set.of("https")));
    }

    /** An http or https address. */
    public static Kind<URI> any() {
        return new Kind<>(
                "an http or https address with a host and without a password in it",
                false,
                text -> parse(text, Set.of("http", "https")));
    }

    /** Whether the host is this machine, told from its name alone. */
    public static boolean isLoopback(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]");
    }

    private static Optional<URI> parse(String text, Set<String> schemes) {
        return Optional.of(URI.create(text))
                .filter(address -> address.getScheme() != null
                        && schemes.contains(address.getScheme().toLowerCase(Locale.ROOT))
                        && address.getHost() != null
                        && address.getRawUserInfo() == null
                        && address.getRawFragment() == null
                        && address.getPort() <= 65_535);
    }
}
