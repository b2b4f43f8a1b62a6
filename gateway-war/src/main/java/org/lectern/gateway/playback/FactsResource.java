package org.lectern.gateway.playback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
    private final Supplier<Executor> threads;
    private final BearerTokens tokens;
    private final Tenants tenants;
    private final Library library;
    private final Clock clock;

    @Inject
    public FactsResource(
            Acceptance acceptance,
            PlaybackThreads threads,
            BearerTokens tokens,
            Tenants tenants,
            Library library,
            Clock clock) {
        this(acceptance, (Supplier<Executor>) threads::answers, tokens, tenants, library, clock);
    }

    FactsResource(
            Acceptance acceptance,
            Supplier<Executor> threads,
            BearerTokens tokens,
            Tenants tenants,
            Library library,
            Clock clock) {
        this.acceptance = acceptance;
        this.threads = threads;
        this.tokens = tokens;
        this.tenants = tenants;
        this.library = library;
        this.clock = clock;
    }

    protected FactsResource() { // CDI proxy
        this(null, (Supplier<Executor>) null, null, null, null, null);
    }

    @POST
    @NeedsRoom
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public void report(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            InputStream body,
            @Suspended AsyncResponse response)
            throws IOException {
        Instant received = clock.instant();
        LearnerSession session = tokens.authorize(authorization, true);
        FactsRequest request = FactsJson.read(body.readNBytes(FactsJson.MOST_BYTES + 1), received);
        response.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        response.setTimeoutHandler(late -> late.resume(Committer.busy("The facts waited for too long.")));
        acceptance
                .accept(submission(session, request))
                .whenCompleteAsync((accepted, failure) -> answer(response, accepted, failure), threads.get());
    }

    private static void answer(AsyncResponse response, Accepted accepted, Throwable failure) {
        if (failure != null) {
            response.resume(failure);
            return;
        }
        response.resume(Response.status(Response.Status.ACCEPTED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(MediaType.APPLICATION_JSON)
                .entity(accepted.json())
                .build());
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
