package org.lectern.gateway.launch;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.connection.RoleMappings;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.library.FileLibrary;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.Placed;
import org.lectern.gateway.outbox.StatementOutbox;
import org.lectern.gateway.page.PracticePages;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.NamingSettings;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.session.UnnamedLearners;
import org.lectern.lti.keys.KeySetSource;
import org.lectern.lti.practice.HandWoundClock;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.registration.Registrations;

/** The launch room over real HTTP and PostgreSQL, with a browser that keeps its cookies and a practice platform. */
public final class PracticeGateway implements AutoCloseable {

    private static final Pattern TASK = Pattern.compile("id=\"lectern-binding\"[^>]*>(.*?)</script>");
    private static final Pattern SESSION = Pattern.compile("id=\"lectern-session\"[^>]*>(.*?)</script>");

    public final Jdbi jdbi;
    public final HandWoundClock clock;
    final PracticePlatform platform = PracticePlatform.practice();
    public final List<LearnerAction> told = new ArrayList<>();
    final List<OutboxEntry> delivering = new ArrayList<>();
    final List<String> counted = new ArrayList<>();
    final List<String> carriers = new ArrayList<>();
    public final JdbcSessions sessions;
    boolean databaseAway;
    KeySetSource keySets = url -> platform.keySetAnswer();

    private final PracticeServer server;

    PracticeGateway(GivenTenants tenants) {
        this(tenants, List.of(), List.of());
    }

    PracticeGateway(GivenTenants tenants, List<LaunchWitness> witnesses, List<LaunchPage> launchPages) {
        this(tenants, parts -> new Added(witnesses, launchPages, List.of()));
    }

    /** What another room may be made of. */
    public record Parts(
            Jdbi jdbi,
            HandWoundClock clock,
            SecureRandom random,
            MasterKey masterKey,
            BaseUrl base,
            FileLibrary library,
            PracticePages pages,
            BearerTokens tokens,
            Tenants tenants,
            TenantRegistrations registrations) {}

    /** What another room adds; resources and providers are JAX-RS's. */
    public record Added(List<LaunchWitness> witnesses, List<LaunchPage> pages, List<Object> resources) {}

    /** With another room in it. */
    public PracticeGateway(GivenTenants tenants, Function<Parts, Added> room) {
        this(TestDatabase.jdbi(), HandWoundClock.started(), tenants, new TenantRegistrations(tenants), room);
    }

    /** With registrations of the database. */
    PracticeGateway(
            Jdbi jdbi,
            HandWoundClock clock,
            Tenants tenants,
            Registrations registrations,
            Function<Parts, Added> room) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.sessions = new JdbcSessions(jdbi, clock);
        SecureRandom random = new SecureRandom();
        MasterKey masterKey = MasterKey.random(random);
        BaseUrl base = new BaseUrl(URI.create("https://tool.example.edu"));
        MediaLinks links = new MediaLinks(masterKey, Duration.ofHours(8), clock);
        FileLibrary library = new FileLibrary(base, links);
        ActionBus bus = (tenant, actorKey, action) -> {
            told.add(action);
            return List.of(new OutboxEntry(
                    tenant.id(), "lrs", 0, UUID.randomUUID(), actorKey, action.at(), new byte[] {'{', '}'}));
        };
        BearerTokens tokens = new BearerTokens(sessions, tenants, clock);
        ToldChanges changes = new ToldChanges(jdbi, bus, new Shelf());
        PracticePages pages = new PracticePages(jdbi, clock, random, library, links, changes, tenants, tokens);
        Added added = room.apply(new Parts(
                jdbi,
                clock,
                random,
                masterKey,
                base,
                library,
                pages,
                tokens,
                tenants,
                new TenantRegistrations(tenants)));
        JdbcPendingLogins logins = new JdbcPendingLogins(jdbi, clock);
        LaunchLog log = new LaunchLog(jdbi, clock);
        LaunchTally tally = (verdict, tenant, carrier) -> {
            counted.add(verdict);
            carrier.map(Carrier::code).ifPresent(carriers::add);
        };
        BindingPages bindingPages = new BindingPages(pages.pages(), tenants);
        LaunchFollowers followers = new LaunchFollowers(added.witnesses(), added.pages());
        LtiTool tool = new LtiTool(registrations, logins, url -> keySets.fetch(url), followers, base, clock, random);
        Refusing refusing =
                new Refusing(log, new ParkedDeployments(jdbi), logins, tally, tenants, pages.pages(), bindingPages);
        LaunchOpening opening = new LaunchOpening(
                changes,
                logins,
                sessions,
                new LaunchRecords(log, library, pages.visits(), clock),
                new SessionOfLaunch(
                        library,
                        masterKey,
                        new RoleMappings(tenants, jdbi, clock),
                        new NamingSettings(Set.of()),
                        new UnnamedLearners(jdbi, masterKey)),
                followers,
                clock,
                random);
        LoginAnswers loginAnswers = new LoginAnswers(tool, refusing, bindingPages, random);
        List<Object> resources = new ArrayList<>(List.of(
                new LoginResource(loginAnswers),
                new RestartResource(logins, loginAnswers, clock),
                new LaunchResource(new LaunchAnswers(
                        tool,
                        opening,
                        refusing,
                        tally,
                        tenants,
                        pages.sessionPages(),
                        bindingPages,
                        followers,
                        random)),
                pages.sessionResource()));
        resources.addAll(added.resources());
        this.server = new PracticeServer(resources.toArray());
    }

    /** What the browser has after a login was started. */
    record Started(String state, String nonce, String cookie, HttpResponse<String> answer) {}

    Started start() {
        return started(login(""));
    }

    HttpResponse<String> login(String more) {
        return server.get("/lti/login?" + initiation(more));
    }

    /** The same in a frame, of which the browser says so. */
    HttpResponse<String> framedLogin(String path, String cookie, String more) {
        return server.send(server.request(path + "?" + initiation(more))
                .header("Sec-Fetch-Dest", "iframe")
                .header("Cookie", cookie)
                .GET());
    }

    private String initiation(String more) {
        return "iss=" + encoded(platform.issuer()) + "&client_id=client-1&login_hint=sam"
                + "&lti_message_hint=course&target_link_uri=" + encoded(platform.toolUrl()) + more;
    }

    /** A login at a platform that keeps things for us: what the page is told, which then goes on by itself. */
    JsonObject startWithStorage(String frame) {
        return task(login("&lti_storage_target=" + frame));
    }

    Started started(HttpResponse<String> answer) {
        String next = answer.headers()
                .firstValue("Location")
                .orElseGet(() -> task(answer).getString("next"));
        Map<String, String> query = PracticeTool.query(URI.create(next));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return new Started(query.get("state"), query.get("nonce"), cookie, answer);
    }

    public HttpResponse<String> get(String path) {
        return server.get(path);
    }

    public HttpResponse<String> post(String path, String form) {
        return server.post(path, form);
    }

    /** POST of JSON by a page that has this session's token. */
    public HttpResponse<String> postJson(String path, String token, String json) {
        return server.send(server.request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> launch(LaunchBuilder launch) {
        return launch(start(), launch);
    }

    HttpResponse<String> launch(Started started, LaunchBuilder launch) {
        return post(started, started.cookie(), "id_token=" + token(started, launch));
    }

    HttpResponse<String> post(Started started, String cookie, String fields) {
        return server.send(server.request("/lti/launch")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(fields + "&state=" + encoded(started.state()))));
    }

    /** A post without any cookie, by a page of which the browser says so. */
    HttpResponse<String> postWithoutCookie(Started started, String fetchSite, String fields) {
        return server.send(server.request("/lti/launch")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", fetchSite)
                .POST(HttpRequest.BodyPublishers.ofString(fields + "&state=" + encoded(started.state()))));
    }

    String token(Started started, LaunchBuilder launch) {
        return platform.idToken(launch, started.nonce(), clock.instant());
    }

    public static JsonObject session(HttpResponse<String> page) {
        return json(SESSION, page);
    }

    /** What a page between platform and launch has to do. */
    static JsonObject task(HttpResponse<String> page) {
        return json(TASK, page);
    }

    private static JsonObject json(Pattern where, HttpResponse<String> page) {
        Matcher found = where.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no " + where + " in " + page.statusCode() + " " + page.body());
        }
        try (var reader = Json.createReader(new java.io.StringReader(found.group(1)))) {
            return reader.readObject();
        }
    }

    <T> T query(String sql, Function<Optional<String>, T> reading) {
        return jdbi.withHandle(handle ->
                reading.apply(handle.createQuery(sql).mapTo(String.class).findFirst()));
    }

    public int count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }

    /** An outbox that remembers what was committed, or loses the database in the last moment. */
    private final class Shelf implements StatementOutbox {

        private long places;

        @Override
        public List<Placed> put(Handle transaction, List<OutboxEntry> entries) {
            if (databaseAway) {
                throw new ConnectionException(new java.sql.SQLException("the server went away"));
            }
            return entries.stream().map(entry -> new Placed(1, ++places, entry)).toList();
        }

        @Override
        public void committed(List<Placed> placed) {
            placed.forEach(one -> delivering.add(one.entry()));
        }
    }
}
