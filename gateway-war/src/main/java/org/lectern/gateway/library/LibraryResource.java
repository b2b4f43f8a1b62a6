package org.lectern.gateway.library;

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
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** Pages of videos, as people look for them. */
@Path("/api/v1/library")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class LibraryResource {

    private final Tenants tenants;
    private final VideoCards cards;

    @Inject
    public LibraryResource(Tenants tenants, VideoCards cards) {
        this.tenants = tenants;
        this.cards = cards;
    }

    protected LibraryResource() { // CDI proxy
        this(null, null);
    }

    /**
     * A page of videos: {@code {"items":[…],"next":"…"}}, without {@code next} on the last one.
     *
     * @param among {@code found} (usual), {@code mine}, {@code choosable} or {@code deleted}
     * @param channel only this one, in its order
     * @param typed what is looked for
     * @param after {@code next} of the page before
     * @param size 1 to 100, usually 24
     */
    @GET
    public Response page(
            @QueryParam("among") String among,
            @QueryParam("channel") String channel,
            @QueryParam("q") String typed,
            @QueryParam("after") String after,
            @QueryParam("size") String size,
            @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        Tenant tenant = session.institution(tenants);
        JsonObjectBuilder json = Json.createObjectBuilder();
        cards.add(json, tenant, session, Wish.read(among, channel, typed, after, size));
        return Response.ok(json.build().toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
