package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lectern.config.tenant.MediaEntry;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.disk.NeedsRoom;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.LearnerSession;

/**
 * {@code POST /api/v1/facts} (design §5): what a page saw happen in its player. 202 after the commit; a 4xx names what was wrong; 503
 * means that nothing was accepted and the same should be sent again. Late facts are taken until the session's {@code factsUntil}.
 */
@Path("/api/v1/facts")
@ApplicationScoped
public class FactsResource {

    private static final int PATIENCE_SECONDS = 20;

    private final Acceptance acceptance;
    private final BearerTokens tokens;
    private final Tenants tenants;
    private final Library library;
    private final Clock clock;

    @Inject
    public FactsResource(Acceptance acceptance, BearerTokens tokens, Tenants tenants, Library library, Clock clock) {
        this.acceptance = acceptance;
        this.tokens = tokens;
        this.tenants = tenants;
        this.library = library;
        this.clock = clock;
    }

    protected FactsResource() { // CDI proxy
        this(null, null, null, null, null);
    }

    @POST
    @NeedsRoom
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response report(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, InputStream body)
            throws IOException {
        Instant received = clock.instant();
        LearnerSession session = tokens.authorize(authorization, true);
        FactsRequest request = FactsJson.read(body.readNBytes(FactsJson.MOST_BYTES + 1), received);
        Accepted accepted = committed(acceptance.accept(submission(session, request)));
        return Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(MediaType.APPLICATION_JSON)
                // As bytes: the server's JSON providers look themselves up on the class path for every object.
                .entity(accepted.json().getBytes(StandardCharsets.UTF_8))
                .build();
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
        Tenant tenant = tenants.find(session.tenant())
                .orElseThrow(
                        () -> new Problem(401, "session.unknown", "The session's institution is not served here."));
        MediaEntry media = library.find(tenant, request.media())
                .orElseThrow(() -> new Problem(404, "media.unknown", "There is no such entry."));
        return new Submission(tenant, session, Scene.of(library, tenant, session, media), request);
    }
}
