package org.lectern.gateway.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.lectern.lti.keys.KeySetAnswer;
import org.lectern.lti.keys.KeySetSource;
import org.lectern.lti.keys.KeySetUnavailable;

/** Fetches platforms' key sets through the guarded client: 5 s in all, {@link KeySetAnswer#LIMIT} bytes. Safe for any thread. */
@ApplicationScoped
public class GuardedKeySets implements KeySetSource {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final OutboundHttp http;

    @Inject
    public GuardedKeySets(OutboundHttp http) {
        this.http = http;
    }

    protected GuardedKeySets() {
        this(null);
    }

    @Override
    public KeySetAnswer fetch(URI jwksUrl) {
        try {
            Answer answer = http.get(jwksUrl, Map.of("Accept", "application/json"), KeySetAnswer.LIMIT, WITHIN);
            return new KeySetAnswer(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (Unreachable e) {
            throw new KeySetUnavailable("the key set cannot be fetched: " + e.getMessage(), e);
        }
    }
}
