package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.grade.Results;
import org.lectern.gateway.library.CourseViewing;
import org.lectern.gateway.library.CourseViewing.Seen;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.WithSession;

/** Who has watched what, for the pages of this room. Each answer is about the course of the session alone. */
@Path("/api/v1/viewing")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class ViewingResource {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final int PARTS_IN_A_LIST = 60;
    private static final int PARTS_OF_ONE = 1_000;

    private final CourseViewing viewing;
    private final CourseRosters rosters;
    private final ViewingNotes notes;
    private final Results results;
    private final Library library;
    private final Tenants tenants;

    @Inject
    public ViewingResource(
            CourseViewing viewing,
            CourseRosters rosters,
            ViewingNotes notes,
            Results results,
            Library library,
            Tenants tenants) {
        this.viewing = viewing;
        this.rosters = rosters;
        this.notes = notes;
        this.results = results;
        this.library = library;
        this.tenants = tenants;
    }

    protected ViewingResource() { // CDI proxy
        this(null, null, null, null, null, null);
    }

    /**
     * Everybody of the course and what they have seen of one video. For instructors and course administrators.
     *
     * @param media the video's id
     */
    @GET
    public Response everybody(@QueryParam("media") String media, @Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        requireTeaching(session);
        Optional<Video> entry = entry(session, media);
        if (entry.isEmpty()) {
            throw new Problem(404, "media.unknown", "There is no such video here.");
        }
        List<Seen> seen = viewing.everybody(session, media, PeopleOfCourse.MOST + 1);
        SeenRoster roster = rosters.of(session);
        PeopleOfCourse people = PeopleOfCourse.of(
                roster,
                seen.subList(0, Math.min(seen.size(), PeopleOfCourse.MOST)),
                seen.size() <= PeopleOfCourse.MOST);
        Results.OfLink grades = grades(session, media);
        JsonArrayBuilder rows = BUILDERS.createArrayBuilder();
        people.people().forEach(one -> {
            JsonObjectBuilder row = ViewingJson.person(one, session.learnerKey(), PARTS_IN_A_LIST);
            ViewingJson.grade(grades, one.key()).ifPresent(grade -> row.add("grade", grade));
            rows.add(row);
        });
        return answer(BUILDERS.createObjectBuilder()
                .add("media", ViewingJson.media(media, entry, length(seen)))
                .add("roster", ViewingJson.roster(roster))
                .add("grades", ViewingJson.grades(grades))
                .add("summary", ViewingJson.summary(people))
                .add("whole", people.whole())
                .add("people", rows));
    }

    /** The viewing that a submission review launch is about: the link's video, or all of the course where the link names none. */
    @GET
    @Path("review")
    public Response review(@Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        String learner = notes.review(session.id())
                .orElseThrow(() -> new Problem(404, "review.unknown", "This session reviews nobody's viewing."));
        boolean own = learner.equals(session.learnerKey());
        if (!own) {
            requireTeaching(session);
        }
        SeenRoster roster = own ? SeenRoster.NOT_OFFERED : rosters.of(session);
        List<Seen> seen = viewing.one(session, learner);
        JsonArrayBuilder items = BUILDERS.createArrayBuilder();
        for (String media : shown(session, seen)) {
            Optional<Seen> theirs =
                    seen.stream().filter(one -> one.media().equals(media)).findFirst();
            JsonObjectBuilder item = BUILDERS.createObjectBuilder()
                    .add("media", ViewingJson.media(media, entry(session, media), theirs.flatMap(Seen::length)));
            theirs.ifPresent(one -> item.add("seen", ViewingJson.seen(one, PARTS_OF_ONE)));
            ViewingJson.grade(grades(session, media), learner).ifPresent(grade -> item.add("grade", grade));
            items.add(item);
        }
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("own", own)
                .add("roster", ViewingJson.roster(roster))
                .add("items", items);
        Optional.ofNullable(roster.people().get(learner))
                .flatMap(SeenRoster.Person::name)
                .ifPresent(name -> json.add("name", name));
        return answer(json);
    }

    /** What the session's own launch held; kept for staff only. */
    @GET
    @Path("launch")
    public Response launch(@Context ContainerRequestContext request) {
        String told = notes.diagnosis(CurrentSession.of(request))
                .orElseThrow(() -> new Problem(404, "launch.not_kept", "Nothing of this launch was kept for you."));
        return Response.ok(told).header("Cache-Control", "no-store").build();
    }

    /** A grade belongs to a link: it stands beside the video that the link opens, and beside no other. */
    private Results.OfLink grades(LearnerSession session, String media) {
        return session.linkId()
                .filter(link -> session.media().filter(media::equals).isPresent())
                .map(link -> results.of(session.tenant(), session.platform(), link))
                .orElseGet(() -> new Results.OfLink(Results.State.UNGRADED, Optional.empty(), Map.of()));
    }

    private static List<String> shown(LearnerSession session, List<Seen> seen) {
        return session.media()
                .map(List::of)
                .orElseGet(() -> new ArrayList<>(seen.stream().map(Seen::media).toList()));
    }

    /** Lets those through who teach the course of their session. */
    static void requireTeaching(LearnerSession session) {
        if (session.role() == LearnerSession.Role.LEARNER) {
            throw new Problem(403, "viewing.not_allowed", "Only those who teach this course see who has watched.");
        }
        if (session.course().isEmpty() && session.linkId().isEmpty()) {
            throw new Problem(
                    409, "viewing.no_course", "This activity belongs to no course, so there are no people to show.");
        }
    }

    private Optional<Video> entry(LearnerSession session, String media) {
        Optional<Tenant> tenant = tenants.find(session.tenant());
        return tenant.filter(known -> media != null).flatMap(known -> library.find(known, media));
    }

    private static Optional<BigDecimal> length(List<Seen> seen) {
        return seen.stream()
                .map(one -> one.length().orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Response answer(JsonObjectBuilder json) {
        return Response.ok(json.build().toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
