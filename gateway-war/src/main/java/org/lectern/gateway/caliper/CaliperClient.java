package org.lectern.gateway.caliper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.lectern.config.lrs.Destination;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.Joined;
import org.lectern.gateway.lrs.Parcel;
import org.lectern.gateway.outbound.Answer;
import org.lectern.gateway.outbound.OutboundHttp;
import org.lectern.gateway.outbound.Unreachable;

/**
 * One envelope at a time to its endpoint, and what the answer means. What the endpoint says about itself is asked before the first
 * envelope and then now and again. The hard end of each request is the HTTP client's own; {@code @Timeout} is the belt around both.
 * {@code @Bulkhead} caps all tenants together. Safe for any thread.
 */
@ApplicationScoped
public class CaliperClient {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration ASKING_WITHIN = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 1 << 16;

    private final OutboundHttp http;
    private final Clock clock;
    private final Map<Destination, Capabilities> endpoints = new ConcurrentHashMap<>();

    @Inject
    public CaliperClient(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    protected CaliperClient() { // CDI proxy
        this(null, null);
    }

    /** Sends events in one envelope. Never throws for anything that an endpoint or the network does. */
    @Timeout(value = 50, unit = ChronoUnit.SECONDS)
    @Bulkhead(64)
    public DeliveryOutcome post(Destination to, URI sensor, Parcel parcel) {
        Joined events = parcel.statements();
        Envelope envelope = new Envelope(sensor);
        Capabilities endpoint = capabilities(to);
        if (!endpoint.fits()) {
            return new DeliveryOutcome.Barred(
                    "the endpoint takes other versions of Caliper than 1.2: " + String.join(", ", endpoint.versions()));
        } else if (events.length() > room(to, sensor)) {
            return new DeliveryOutcome.Oversized(room(to, sensor));
        }
        try {
            Instant now = clock.instant();
            Answer answer = http.post(to.endpoint(), headers(to), envelope.around(events, now), LONGEST_ANSWER, WITHIN);
            DeliveryOutcome outcome = Answers.classify(answer, now);
            if (outcome instanceof DeliveryOutcome.TooLarge) {
                endpoints.remove(to);
            }
            return outcome;
        } catch (Unreachable e) {
            return Answers.classify(e);
        }
    }

    /** Bytes of events that go into one envelope, as far as is known without asking. */
    public int room(Destination to, URI sensor) {
        Capabilities known = endpoints.get(to);
        OptionalInt payload = known == null ? OptionalInt.empty() : known.payload();
        return payload.isPresent() ? Math.max(1, payload.getAsInt() - new Envelope(sensor).bytes()) : Integer.MAX_VALUE;
    }

    private Capabilities capabilities(Destination to) {
        Instant now = clock.instant();
        Capabilities known = endpoints.get(to);
        if (known == null || !now.isBefore(known.until())) {
            known = ask(to, now);
            endpoints.put(to, known);
        }
        return known;
    }

    // An endpoint that does not say is not out of order: what is wrong with it shows when events are sent.
    private Capabilities ask(Destination to, Instant now) {
        try {
            return Capabilities.of(http.get(to.endpoint(), headers(to), LONGEST_ANSWER, ASKING_WITHIN), now);
        } catch (Unreachable e) {
            return Capabilities.unknown(now);
        }
    }

    private static Map<String, String> headers(Destination to) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", to.credentials().authorization());
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        return headers;
    }
}
