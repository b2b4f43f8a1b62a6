package org.lectern.gateway.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** More videos to choose from, as somebody types or asks for more. */
@Path(DeepLinkResource.PATH + "/videos")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@WithSession
public class ChoosableResource {

    private final PickerPage picker;
    private final Parties parties;

    @Inject
    public ChoosableResource(PickerPage picker, Parties parties) {
        this.picker = picker;
        this.parties = parties;
    }

    protected ChoosableResource() { // CDI proxy
        this(null, null);
    }

    /** A page of them, {@code {"items":[…],"next":"…"}}: for those who teach. */
    @GET
    public Response page(
            @QueryParam("q") String typed,
            @QueryParam("after") String after,
            @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        if (session.role() == LearnerSession.Role.LEARNER) {
            throw new Problem(403, "deep_link.not_teaching", "Only people who teach the course add videos to it.");
        }
        JsonObjectBuilder page = Json.createObjectBuilder();
        picker.sheet(page, parties.tenant(session), session, typed, after);
        return Response.ok(page.build().toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
