package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.engagement.Engagement;
import org.lectern.gateway.engagement.Engagement.Watched;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** How a video is watched in the course of the session, in numbers, for plots. */
@Path("/api/v1/viewing/plots")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class PlotsResource {

    /** Of fewer people than this nothing is told to somebody who may not see their names: a curve of two gives both away. */
    static final int FEWEST = 5;

    private final Engagement engagement;
    private final CourseRosters rosters;
    private final Library library;
    private final Tenants tenants;

    @Inject
    public PlotsResource(Engagement engagement, CourseRosters rosters, Library library, Tenants tenants) {
        this.engagement = engagement;
        this.rosters = rosters;
        this.library = library;
        this.tenants = tenants;
    }

    protected PlotsResource() { // CDI proxy
        this(null, null, null, null);
    }

    /**
     * For instructors and course administrators. Asks the platform for its roster only where names decide.
     *
     * @param media the video's id
     * @param zone whose days are told, as in {@code Europe/Berlin}
     */
    @GET
    public Response plots(
            @QueryParam("media") String media,
            @QueryParam("zone") @DefaultValue("UTC") String zone,
            @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        ViewingResource.requireTeaching(session);
        if (media == null
                || tenants.find(session.tenant())
                        .flatMap(tenant -> library.find(tenant, media))
                        .isEmpty()) {
            throw new Problem(404, "media.unknown", "There is no such video here.");
        }
        Optional<Watched> watched = engagement.of(session, media, zone(zone));
        JsonObject told = watched.isEmpty()
                ? PlotsJson.NOBODY
                : enough(session, watched.get()) ? PlotsJson.of(watched.get()) : PlotsJson.TOO_FEW;
        return Response.ok(told.toString()).header("Cache-Control", "no-store").build();
    }

    private boolean enough(LearnerSession session, Watched watched) {
        return watched.viewers() >= FEWEST || rosters.of(session).names();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Problem(400, "viewing.zone_unknown", "The time zone is not known here; ask with UTC.")
                    .causedBy(unknown);
        }
    }
}
