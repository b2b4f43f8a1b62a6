package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.gateway.outbound.Answer;
import org.lectern.gateway.outbound.OutboundHttp;
import org.lectern.gateway.outbound.Unreachable;
import org.lectern.lti.dynamic.PlatformAnswer;
import org.lectern.lti.dynamic.RegistrationHttp;
import org.lectern.lti.dynamic.RegistrationRefusal;
import org.lectern.lti.dynamic.RegistrationRefused;

/** Speaks with platforms through the guarded client: 15 s in all, for some fetch our key set before they answer. Safe for any thread. */
@ApplicationScoped
public class OutboundRegistration implements RegistrationHttp {

    private static final Duration WITHIN = Duration.ofSeconds(15);

    private final OutboundHttp http;

    @Inject
    public OutboundRegistration(OutboundHttp http) {
        this.http = http;
    }

    protected OutboundRegistration() { // CDI proxy
        this(null);
    }

    @Override
    public PlatformAnswer get(URI address, Optional<String> bearer) {
        return exchange("GET", address, headers(bearer), List.of());
    }

    @Override
    public PlatformAnswer send(String method, URI address, Optional<String> bearer, byte[] json) {
        Map<String, String> headers = headers(bearer);
        headers.put("Content-Type", "application/json");
        return exchange(method, address, headers, List.of(ByteBuffer.wrap(json)));
    }

    private PlatformAnswer exchange(String method, URI address, Map<String, String> headers, List<ByteBuffer> body) {
        try {
            Answer answer = http.send(method, address, headers, body, PlatformAnswer.LIMIT, WITHIN);
            return new PlatformAnswer(answer.status(), answer.body());
        } catch (Unreachable away) {
            throw new RegistrationRefused(refusal(away.kind()), away.getMessage(), away);
        }
    }

    private static Map<String, String> headers(Optional<String> bearer) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json");
        bearer.ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        return headers;
    }

    private static RegistrationRefusal refusal(Unreachable.Kind kind) {
        return switch (kind) {
            case ADDRESS -> RegistrationRefusal.ADDRESS_INVALID;
            case PRIVATE_ADDRESS -> RegistrationRefusal.PLATFORM_PRIVATE;
            case TIMEOUT -> RegistrationRefusal.PLATFORM_SLOW;
            case TOO_LARGE -> RegistrationRefusal.ANSWER_TOO_LARGE;
            case DNS, REFUSED, CONNECT_TIMEOUT, TLS, RESET -> RegistrationRefusal.PLATFORM_UNREACHABLE;
        };
    }
}
