package org.lectern.lti.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lectern.lti.registration.PlatformRegistration;

/** Asks a platform for one access token (RFC 6749 §4.4 with RFC 7523 §2.2). Nothing is remembered here. */
final class TokenEndpoint {
    private static final int LIMIT = 64 * 1024;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final ServiceHttp http;
    private final ClientAssertion assertion;
    private final Clock clock;

    TokenEndpoint(ServiceHttp http, ClientAssertion assertion, Clock clock) {
        this.http = http;
        this.assertion = assertion;
        this.clock = clock;
    }

    /** @throws ServiceFailed with one of the faults {@code token.…} */
    AccessToken ask(PlatformRegistration registration, Set<String> scopes) {
        return TokenAnswer.read(sent(registration, scopes), scopes, clock.instant());
    }

    private ServiceAnswer sent(PlatformRegistration registration, Set<String> scopes) {
        String form = form(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion.of(registration),
                "scope",
                new TreeSet<>(scopes).stream().collect(Collectors.joining(" ")));
        ServiceRequest request = new ServiceRequest(
                ServiceRequest.Method.POST,
                registration.tokenUrl(),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                form.getBytes(StandardCharsets.US_ASCII),
                LIMIT,
                WITHIN);
        try {
            return http.send(request);
        } catch (ServiceUnreachable noAnswer) {
            throw new ServiceFailed(ServiceFault.TOKEN_UNREACHABLE, noAnswer.getMessage(), Optional.empty(), noAnswer);
        }
    }

    private static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
