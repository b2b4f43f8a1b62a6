package org.lectern.gateway.conversation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.library.FileLibrary;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.outbox.InMemoryStatementOutbox;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.session.SessionFilter;
import org.lectern.gateway.session.SessionToken;
import org.lectern.gateway.session.UnnamedLearners;
import org.lectern.lti.practice.HandWoundClock;

/** Two institutions with a video each of the same id, and people who say something of it, over real HTTP and PostgreSQL. */
final class PracticeConversation implements AutoCloseable {

    final Jdbi jdbi = TestDatabase.jdbi();
    final HandWoundClock clock = HandWoundClock.started();
    final List<LearnerAction> told = new ArrayList<>();
    final Map<String, String> roster = new HashMap<>();
    final UnnamedLearners unnamed;

    private final SecureRandom random = new SecureRandom();
    private final JdbcSessions sessions = new JdbcSessions(jdbi, clock);
    private final PracticeServer server;

    PracticeConversation(ConversationSettings settings) {
        GivenTenants tenants = GivenTenants.of(
                GivenTenants.acme(GivenTenants.remote("intro", "Introduction")),
                GivenTenants.tenant(
                        "umbrella", "deployment-2", ActorPolicy.PSEUDONYM, GivenTenants.remote("intro", "Other")));
        MasterKey masterKey = MasterKey.random(random);
        FileLibrary library = new FileLibrary(
                new BaseUrl(URI.create("https://tool.example.edu")),
                new MediaLinks(masterKey, Duration.ofHours(8), clock));
        ActionBus bus = (tenant, actorKey, action) -> {
            told.add(action);
            return List.of();
        };
        ToldChanges changes = new ToldChanges(jdbi, bus, new InMemoryStatementOutbox(lanes -> {}));
        this.unnamed = new UnnamedLearners(jdbi, masterKey);
        Shown.Finder finder = new Shown.Finder(tenants, library);
        this.server = new PracticeServer(
                new SessionFilter(new BearerTokens(sessions, tenants, clock)),
                new LikesResource(new Likes(jdbi, changes, clock, library), finder, settings),
                new CommentsResource(
                        new Comments(jdbi, changes, clock, library), session -> roster, unnamed, finder, settings));
    }

    /** A learner of Acme's course 42. */
    Person learner(String key) {
        return person("acme", key, LearnerSession.Role.LEARNER, "42");
    }

    Person person(String tenant, String key, LearnerSession.Role role, String course) {
        LearnerSession session = new LearnerSession(
                UUID.randomUUID(),
                new TenantId(tenant),
                "practice",
                key,
                new Actor(
                        Optional.empty(),
                        new ActorIdentity.Account(URI.create("https://tool.example.edu/" + tenant), key)),
                role,
                Optional.of(new LearnerSession.Course(course, "Biology")),
                Optional.of("link-1"),
                Optional.of("intro"),
                "en",
                clock.instant().plus(Duration.ofHours(8)),
                clock.instant().plus(Duration.ofDays(7)));
        SessionToken token = SessionToken.fresh(random);
        jdbi.useTransaction(transaction -> sessions.open(transaction, session, token));
        return new Person(session, token);
    }

    /** Somebody with a page open. */
    final class Person {

        private final LearnerSession session;
        private final SessionToken token;

        Person(LearnerSession session, SessionToken token) {
            this.session = session;
            this.token = token;
        }

        LearnerSession session() {
            return session;
        }

        HttpResponse<String> likes(String method) {
            return send(method, "/likes", null);
        }

        HttpResponse<String> comments() {
            return send("GET", "/comments", null);
        }

        HttpResponse<String> says(String text) {
            return says(UUID.randomUUID(), text, null);
        }

        HttpResponse<String> says(UUID id, String text, String parent) {
            var body = Json.createObjectBuilder().add("id", id.toString()).add("text", text);
            if (parent != null) {
                body.add("parent", parent);
            }
            return send("POST", "/comments", body.build().toString());
        }

        HttpResponse<String> removes(String id) {
            return send("DELETE", "/comments/" + id, null);
        }

        HttpResponse<String> send(String method, String path, String body) {
            return server.send(server.request("/api/v1/media/intro" + path)
                    .header("Authorization", "Bearer " + token.value())
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
