package org.lectern.gateway.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** Signs what a picker's page chose: JSON in, and out what the page posts to the platform (Deep Linking 2.0 §4.5). */
@Path(DeepLinkResource.PATH)
@ApplicationScoped
@WithSession
public class DeepLinkResource {

    static final String PATH = "/lti/deep-link";

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final Answering answering;

    @Inject
    public DeepLinkResource(Answering answering) {
        this.answering = answering;
    }

    protected DeepLinkResource() { // CDI proxy
        this(null);
    }

    /** 200 with {@code {"return":"https://…","jwt":"…"}}; 4xx and a named problem otherwise. */
    @POST
    public Response answer(InputStream body, @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        Answering.Answer answer = answering.answer(session, ChoiceJson.read(body));
        String json = BUILDERS.createObjectBuilder()
                .add("return", answer.returnUrl().toString())
                .add("jwt", answer.jwt())
                .build()
                .toString();
        return Response.ok(json, "application/json")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
