package org.lectern.lti.dynamic;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lectern.lti.registration.WebOrigin;

/**
 * How the tool presents itself to platforms. What of it goes into a registration depends on what the platform announces.
 *
 * @param name shown to administrators and teachers
 * @param description one sentence
 * @param launchUrl redirect URI and default target
 * @param loginUrl login initiation
 * @param jwksUrl our public keys
 * @param icon a picture, where there is one
 * @param claims what is asked about people beside {@code iss} and {@code sub}, such as {@code name}, {@code email}
 * @param submissionReview whether it can show a learner's work from the gradebook
 */
public record ToolProfile(
        String name,
        String description,
        URI launchUrl,
        URI loginUrl,
        URI jwksUrl,
        Optional<URI> icon,
        Set<String> claims,
        boolean submissionReview) {

    public ToolProfile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        claims = Set.copyOf(claims);
        WebOrigin.of(launchUrl)
                .orElseThrow(() -> new IllegalArgumentException("the launch URL must be an absolute web address"));
    }

    /** Host of the launch URL, with its port where that is no default: what platforms compare links with. */
    public String domain() {
        return domain(launchUrl);
    }

    /** The same of any address. */
    public static String domain(URI address) {
        int port = address.getPort();
        return port < 0 ? address.getHost() : address.getHost() + ":" + port;
    }
}
