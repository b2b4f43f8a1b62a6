package org.lectern.gateway.viewing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.connection.RoleMappings;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.engagement.Engagement;
import org.lectern.gateway.grade.Gradebooks;
import org.lectern.gateway.grade.LinkTable;
import org.lectern.gateway.grade.Results;
import org.lectern.gateway.grade.StandingTable;
import org.lectern.gateway.launch.SessionOfLaunch;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.library.FileLibrary;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.outbox.InMemoryStatementOutbox;
import org.lectern.gateway.page.PracticePages;
import org.lectern.gateway.playback.JdbcCourseViewing;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.LearnerKey;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.NamingSettings;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.session.SessionFilter;
import org.lectern.gateway.session.SessionToken;
import org.lectern.gateway.session.UnnamedLearners;
import org.lectern.lti.access.AccessTokens;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.LaunchSettings;
import org.lectern.lti.launch.MessageType;
import org.lectern.lti.practice.HandWoundClock;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeServices;
import org.lectern.lti.practice.PracticeTool;

/** A course at the practice platform, seen through this room over real HTTP and PostgreSQL: launches, attempts and a roster. */
final class PracticeCourse implements AutoCloseable {

    static final String MEMBERSHIPS = "https://lms.example.edu/memberships/1";
    static final String ROSTER_CLAIM = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    final Jdbi jdbi = TestDatabase.jdbi();
    final HandWoundClock clock = HandWoundClock.started();
    final PracticeServices platform = new PracticeServices();
    final List<LearnerAction> told = new ArrayList<>();
    final RoleMappings mappings;

    private final SecureRandom random = new SecureRandom();
    private final MasterKey masterKey = MasterKey.random(random);
    private final GivenTenants tenants = GivenTenants.of(GivenTenants.acme(
            GivenTenants.remote("intro", "Introduction"),
            GivenTenants.remote("outro", "Outro"),
            GivenTenants.live("talk", "Talk")));
    private final JdbcSessions sessions = new JdbcSessions(jdbi, clock);
    private final PracticeTool tool = new PracticeTool(
            PracticePlatform.practice(),
            LaunchSettings.of(PracticeTool.LAUNCH_URL).accepting(EnumSet.allOf(MessageType.class)),
            PracticePlatform.practice().registration());
    private final SessionOfLaunch translation;
    private final ViewingWitness witness;
    private final ReviewPage reviewPage;
    private final PracticePages pages;
    private final PracticeServer server;

    PracticeCourse() {
        BaseUrl base = new BaseUrl(URI.create("https://tool.example.edu"));
        MediaLinks links = new MediaLinks(masterKey, Duration.ofHours(8), clock);
        FileLibrary library = new FileLibrary(base, links);
        ActionBus bus = (tenant, actorKey, action) -> {
            told.add(action);
            return List.of();
        };
        BearerTokens tokens = new BearerTokens(sessions, tenants, clock);
        this.pages = new PracticePages(
                jdbi,
                clock,
                random,
                library,
                links,
                new ToldChanges(jdbi, bus, new InMemoryStatementOutbox(lanes -> {})),
                tenants,
                tokens);
        this.mappings = new RoleMappings(tenants, jdbi, clock);
        this.translation = new SessionOfLaunch(
                library, masterKey, mappings, new NamingSettings(Set.of()), new UnnamedLearners(jdbi, masterKey));
        ViewingNotes notes = new ViewingNotes(jdbi, masterKey, random);
        this.witness = new ViewingWitness(notes, mappings, masterKey, clock);
        PlatformServices services = new PlatformServices(
                platform, new AccessTokens(platform, claims -> "signed." + claims.getIssuer(), clock, random));
        CourseRosters rosters =
                new CourseRosters(notes, new TenantRegistrations(tenants), mappings, services, masterKey, clock);
        ViewingPages viewing = new ViewingPages(pages.pages(), pages.json(), library);
        this.reviewPage = new ReviewPage(viewing, pages.pages(), masterKey, random);
        this.server = new PracticeServer(
                new SessionFilter(tokens),
                new ViewingResource(
                        new JdbcCourseViewing(jdbi),
                        rosters,
                        notes,
                        new Results(
                                new Gradebooks(new TenantRegistrations(tenants), services, clock),
                                new LinkTable(jdbi),
                                new StandingTable(jdbi),
                                masterKey,
                                clock),
                        library,
                        tenants),
                new PlotsResource(new Engagement(jdbi), rosters, library, tenants),
                new ViewingDoor(library, notes, viewing, pages.sessionPages(), pages.reopening()));
    }

    /** A launch that was opened. */
    record Opened(Launch launch, LearnerSession session, SessionToken token) {}

    Opened launch(LaunchBuilder builder) {
        Launch launch = tool.launch(builder).launch();
        Tenant tenant = tenants.all().get(0);
        LearnerSession session = translation.session(UUID.randomUUID(), launch, tenant, "practice", clock.instant());
        SessionToken token = SessionToken.fresh(random);
        jdbi.useTransaction(transaction -> {
            sessions.open(transaction, session, token);
            witness.opened(transaction, launch, tenant, session, "7KQ2M-XW94T");
        });
        return new Opened(launch, session, token);
    }

    /** The page of a submission review. */
    String review(Opened opened) {
        return reviewPage
                .answer(tenants.all().get(0), opened.session(), opened.token(), opened.launch())
                .build()
                .getEntity()
                .toString();
    }

    /** Names the roster in the launch. */
    static LaunchBuilder withRoster(LaunchBuilder launch) {
        return launch.with(
                ROSTER_CLAIM, Map.of("context_memberships_url", MEMBERSHIPS, "service_versions", List.of("2.0")));
    }

    /** Members the platform tells from now on: each {@code id,name,role}. */
    void roster(String... members) {
        List<String> json = new ArrayList<>();
        for (String member : members) {
            String[] parts = member.split(",");
            json.add("{\"user_id\":\"" + parts[0] + "\",\"name\":\"" + parts[1] + "\",\"roles\":[\"" + parts[2] + "\"]"
                    + (parts.length > 3 ? ",\"status\":\"" + parts[3] + "\"" : "") + "}");
        }
        platform.service(request -> PracticeServices.answer(200, "{\"members\":[" + String.join(",", json) + "]}"));
    }

    /** What somebody has done with a video of course 1. */
    void attempt(String subject, String media, String segments, boolean completed) {
        attempt(subject, media, segments, completed, "practice/course/course-1");
    }

    void attempt(String subject, String media, String segments, boolean completed, String scope) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into attempt (id, tenant, learner_key, scope, media, segments, time_spent_ms, position_ms,
                            length_ms, completed, updated)
                        values (gen_random_uuid(), 'acme', :learner, :scope, :media, :segments, 61500, 30000, 124300,
                            :completed, :now)
                        """)
                .bind("learner", key(subject))
                .bind("scope", scope)
                .bind("media", media)
                .bind("segments", segments)
                .bind("completed", completed)
                .bind("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .execute());
    }

    /** Sums as the room engagement keeps them: so many people watched ten seconds of the introduction from its start, in two hours. */
    void engagement(int viewers, String scope) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into engagement (tenant, scope, media, length_ms, measured, viewers, finished, seen, plays, stops)
                            values ('acme', :scope, 'intro', 12000, 1, :viewers, 0, array_fill(:viewers, array[10]) || '{0,0}',
                                array_fill(:viewers * 2, array[10]) || '{0,0}', array_fill(0, array[11]) || :viewers)
                            """)
                    .bind("scope", scope)
                    .bind("viewers", viewers)
                    .execute();
            handle.execute("""
                    insert into engagement_hour (tenant, scope, media, hour, views)
                    values ('acme', ?, 'intro', '2026-11-21T23:00Z', 2), ('acme', ?, 'intro', '2026-11-22T10:00Z', 3)
                    """, scope, scope);
        });
    }

    /** Link 1 is graded, and this was sent for somebody. */
    void graded(String subject, int sent) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into grade_link (tenant, platform, link, title, line_item, made, scopes, mode)
                    values ('acme', 'practice', 'link-1', 'Introduction', 'https://lms.example.edu/items/1', false,
                        'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly', 'share')
                    """);
            handle.execute("""
                    insert into grade_score
                        (tenant, platform, link, learner_key, given, finished, stamp, decided, state)
                    values ('acme', 'practice', 'link-1', ?, ?, false, now(), now(), 'delivered')
                    """, key(subject), sent);
        });
    }

    String key(String subject) {
        return LearnerKey.at(masterKey, tenants.all().get(0).id(), "https://lms.example.edu")
                .of(subject);
    }

    HttpResponse<String> get(Opened opened, String path) {
        return server.send(server.request("/api/v1/viewing" + path)
                .header("Authorization", "Bearer " + opened.token().value())
                .GET());
    }

    HttpResponse<String> open(Opened opened, String media) {
        return server.post("/viewing/of/acme/open", "token=" + opened.token().value() + "&media=" + media);
    }

    HttpResponse<String> shell() {
        return server.get("/viewing/of/acme");
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    /** The rows of a list, by name or else by what they are. */
    static Map<String, JsonObject> people(HttpResponse<String> answer) {
        Map<String, JsonObject> people = new java.util.LinkedHashMap<>();
        json(answer)
                .getJsonArray("people")
                .getValuesAs(JsonObject.class)
                .forEach(person -> people.put(person.getString("name", person.getString("place")), person));
        return people;
    }

    /** What the launch room does every half minute. */
    void sweep() {
        sessions.sweep(1_000);
    }

    int count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    /** Everything that lies in a table, as text. */
    String everything(String table) {
        List<String> rows = jdbi.withHandle(handle -> handle.createQuery("select " + table + "::text from " + table)
                .mapTo(String.class)
                .list());
        return String.join("\n", rows);
    }

    @Override
    public void close() {
        server.close();
    }
}
