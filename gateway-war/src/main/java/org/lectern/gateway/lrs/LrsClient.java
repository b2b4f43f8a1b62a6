package org.lectern.gateway.lrs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.lectern.config.lrs.Destination;
import org.lectern.gateway.outbound.Answer;
import org.lectern.gateway.outbound.OutboundHttp;
import org.lectern.gateway.outbound.Unreachable;

/**
 * One LRS request at a time and what its answer means. The hard end of a call is the HTTP client's own ({@link #WITHIN}), since
 * interrupting a blocking read ends nothing; {@code @Timeout} is the belt around it. {@code @Bulkhead} caps requests of all
 * tenants together and lies above what the workers can reach. Breakers live in the lane's row, since annotations keep one
 * state for all tenants. Both may be set by MicroProfile Config. Safe for any thread.
 */
@ApplicationScoped
public class LrsClient {

    /** Longest time an LRS gets for one request. */
    public static final Duration WITHIN = Duration.ofSeconds(30);

    private static final int LONGEST_ANSWER = 1 << 20;
    private static final byte[] OPEN = {'['};
    private static final byte[] CLOSE = {']'};

    private final OutboundHttp http;
    private final Clock clock;
    private final Duration within;

    @Inject
    public LrsClient(OutboundHttp http, Clock clock) {
        this(http, clock, WITHIN);
    }

    public LrsClient(OutboundHttp http, Clock clock, Duration within) {
        this.http = http;
        this.clock = clock;
        this.within = within;
    }

    protected LrsClient() {
        this(null, null);
    }

    /** Posts statements in one array, bytes as they are. Never throws for anything that an LRS or the network does. */
    @Timeout(value = 40, unit = ChronoUnit.SECONDS)
    @Bulkhead(128)
    public DeliveryOutcome post(Destination to, Parcel parcel) {
        Joined statements = parcel.statements();
        try {
            Map<String, String> headers = headers(to);
            headers.put("Content-Type", "application/json");
            List<ByteBuffer> body = array(statements);
            if (to.gzip()) {
                headers.put("Content-Encoding", "gzip");
                body = List.of(ByteBuffer.wrap(compressed(body)));
            }
            Answer answer = http.post(to.endpoint().resolve("statements"), headers, body, LONGEST_ANSWER, within);
            return Answers.classify(answer, statements.ids(), to.dialect(), clock.instant());
        } catch (Unreachable e) {
            return Answers.classify(e);
        }
    }

    /** Asks for a statement by its id, a voided one too, and compares it with ours by meaning. */
    @Timeout(value = 80, unit = ChronoUnit.SECONDS)
    @Bulkhead(128)
    public ReadBack readBack(Destination from, StoredStatement ours) {
        ReadBack live = find(from, "statementId", ours);
        return live instanceof ReadBack.Absent ? find(from, "voidedStatementId", ours) : live;
    }

    private ReadBack find(Destination from, String parameter, StoredStatement ours) {
        try {
            Answer answer = http.get(address(from, parameter, ours.id()), headers(from), LONGEST_ANSWER, within);
            return switch (answer.status()) {
                case 200 -> SameMeaning.of(ours.body(), answer.body()) ? new ReadBack.Same() : new ReadBack.Different();
                case 204, 404 -> new ReadBack.Absent();
                default ->
                    new ReadBack.Unreadable(
                            Answers.classify(answer, List.of(ours.id()), from.dialect(), clock.instant()));
            };
        } catch (Unreachable e) {
            return new ReadBack.Unreadable(Answers.classify(e));
        }
    }

    private static URI address(Destination from, String parameter, UUID id) {
        return from.endpoint().resolve("statements?" + parameter + "=" + id);
    }

    private static Map<String, String> headers(Destination to) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Experience-API-Version", to.version());
        headers.put("Authorization", to.credentials().authorization());
        headers.put("Accept", "application/json");
        return headers;
    }

    private static List<ByteBuffer> array(Joined statements) {
        return List.of(
                ByteBuffer.wrap(OPEN),
                ByteBuffer.wrap(statements.array(), statements.from(), statements.length()),
                ByteBuffer.wrap(CLOSE));
    }

    private static byte[] compressed(List<ByteBuffer> chunks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            for (ByteBuffer chunk : chunks) {
                zip.write(chunk.array(), chunk.arrayOffset() + chunk.position(), chunk.remaining());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
