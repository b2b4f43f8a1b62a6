package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.disk.DiskGuard;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.LearnerSession;

/**
 * {@code POST /api/v1/facts} (design §5): what a page saw happen in its player. Returns after the commit; a 4xx names what was wrong;
 * 503 means that nothing was accepted and the same should be sent again. Late facts are taken until the session's
 * {@code factsUntil}. Safe for any thread.
 */
@ApplicationScoped
public class FactsEndpoint {

    private static final int PATIENCE_SECONDS = 20;
    private static final String JSON = "application/json";

    private final Acceptance acceptance;
    private final BearerTokens tokens;
    private final FactsRate rate;
    private final Tenants tenants;
    private final Library library;
    private final DiskGuard disk;
    private final Clock clock;

    @Inject
    public FactsEndpoint(
            Acceptance acceptance,
            BearerTokens tokens,
            FactsRate rate,
            Tenants tenants,
            Library library,
            DiskGuard disk,
            Clock clock) {
        this.acceptance = acceptance;
        this.tokens = tokens;
        this.rate = rate;
        this.tenants = tenants;
        this.library = library;
        this.disk = disk;
        this.clock = clock;
    }

    protected FactsEndpoint() { // CDI proxy
        this(null, null, null, null, null, null, null);
    }

    /**
     * Accepts a request's facts; waits for their commit.
     *
     * @param type its {@code Content-Type}, or null
     * @param authorization its {@code Authorization}, or null
     * @param length its {@code Content-Length}, negative when it tells none
     * @throws Problem when the request is refused, by name
     */
    public Accepted report(String type, String authorization, long length, InputStream body) {
        Instant received = clock.instant();
        disk.needRoom();
        if (!isJson(type)) {
            throw new Problem(415, "http.415", "Facts are sent as " + JSON + ".");
        }
        LearnerSession session = tokens.authorize(authorization, true);
        FactsRequest request = FactsJson.read(bytes(length, body), received);
        rate.admit(session, request.facts().size(), received);
        return committed(acceptance.accept(submission(session, request)));
    }

    private static boolean isJson(String type) {
        if (type == null) {
            return false;
        }
        int parameters = type.indexOf(';');
        String plain = parameters < 0 ? type : type.substring(0, parameters);
        return plain.strip().toLowerCase(Locale.ROOT).equals(JSON);
    }

    private static byte[] bytes(long length, InputStream body) {
        boolean told = length >= 0 && length <= FactsJson.MOST_BYTES;
        try {
            if (!told) {
                return body.readNBytes(FactsJson.MOST_BYTES + 1);
            }
            byte[] bytes = new byte[(int) length];
            int read = body.readNBytes(bytes, 0, bytes.length);
            return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
        } catch (IOException e) {
            throw new Problem(400, "facts.cut_off", "The body ended before its end. Send the same again.").causedBy(e);
        }
    }

    // The request's own thread waits: resuming a suspended request cost a fifth of accepting it (measured).
    private static Accepted committed(Future<Accepted> accepting) {
        try {
            return accepting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException named ? named : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw Committer.busy("The facts waited for too long.").causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Committer.busy("The gateway is stopping.").causedBy(e);
        }
    }

    private Submission submission(LearnerSession session, FactsRequest request) {
        Tenant tenant = session.institution(tenants);
        Video media = library.find(tenant, request.media())
                .orElseThrow(() -> new Problem(404, "media.unknown", "There is no such entry."));
        return new Submission(tenant, session, Scene.of(library, tenant, session, media), request);
    }
}
