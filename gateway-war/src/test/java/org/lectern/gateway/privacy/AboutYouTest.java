package org.lectern.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.action.CommentTexts;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.library.CourseViewing;
import org.lectern.gateway.library.FileLibrary;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.library.WatchedSoFar;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.NamingSettings;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.session.SessionFilter;
import org.lectern.gateway.session.SessionToken;
import org.lectern.gateway.session.UnnamedLearners;
import org.lectern.lti.practice.HandWoundClock;

class AboutYouTest {

    private static final String KEY = "sam-0123456789ab";

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final HandWoundClock clock = HandWoundClock.started();
    private final SecureRandom random = new SecureRandom();
    private final MasterKey masterKey = MasterKey.random(random);
    private final JdbcSessions sessions = new JdbcSessions(jdbi, clock);
    private final UnnamedLearners unnamed = new UnnamedLearners(jdbi, masterKey);
    private final GivenTenants tenants = GivenTenants.of(
            GivenTenants.tenant(
                    "acme", "deployment-1", ActorPolicy.ACCOUNT, GivenTenants.remote("intro", "Introduction")),
            GivenTenants.tenant("umbrella", "deployment-2", ActorPolicy.ACCOUNT));
    private PracticeServer server;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsPeopleHowTheyAppearWhatTheyWatchedAndWhatElseIsKept() {
        serve(Set.of("acme"));
        JsonObject about = about(open("acme", KEY));
        assertThat(about.getString("institution")).isEqualTo("University of acme");
        assertThat(about.getJsonObject("you")).hasToString("{\"name\":\"Sam Student\",\"account\":\"sam\"}");
        assertThat(about.getBoolean("optional")).isTrue();
        assertThat(about.getBoolean("unnamed")).isFalse();
        assertThat(about.getInt("retentionDays")).isEqualTo(30);
        assertThat(about.getJsonArray("watched"))
                .hasToString("[{\"title\":\"Introduction\",\"share\":0.5,\"completed\":false,\"timeSpent\":60,"
                        + "\"last\":\"2026-11-22T09:00:00Z\"}]");
        assertThat(about.getJsonObject("kept")).hasToString("{\"comments\":2}");
    }

    @Test
    void tellsPeopleWhetherTheInstitutionGetsTheWordsOfTheirComments() {
        serve(Set.of());
        assertThat(about(open("acme", KEY)).getBoolean("commentText")).isFalse();
        assertThat(about(open("umbrella", KEY)).getBoolean("commentText")).isTrue();
    }

    @Test
    void whoWantsItIsUnnamedAtOnceInEveryOpenSessionAndNowhereElse() {
        serve(Set.of("acme", "umbrella"));
        Open here = open("acme", KEY);
        Open alsoHere = open("acme", KEY);
        Open somebodyElse = open("acme", "ada-0123456789ab");
        Open elsewhere = open("umbrella", KEY);
        about(alsoHere); // remembered by this node
        assertThat(send(here, "PUT").statusCode()).isEqualTo(204);
        assertThat(send(here, "PUT").statusCode()).isEqualTo(204);
        for (Open one : List.of(here, alsoHere)) {
            Actor actor = sessions.find(one.token().value()).orElseThrow().actor();
            assertThat(actor.name()).isEmpty();
            assertThat(actor)
                    .isEqualTo(unnamed.actor(new TenantId("acme"), URI.create("https://tool.example.edu/acme"), KEY));
            assertThat(about(one).getBoolean("unnamed")).isTrue();
        }
        assertThat(about(somebodyElse).getJsonObject("you"))
                .hasToString("{\"name\":\"Sam Student\",\"account\":\"sam\"}");
        assertThat(about(elsewhere).getBoolean("unnamed")).isFalse();
        assertThat(unnamed.has(new TenantId("acme"), KEY)).isTrue();
        assertThat(send(here, "DELETE").statusCode()).isEqualTo(204);
        assertThat(unnamed.has(new TenantId("acme"), KEY)).isFalse();
    }

    @Test
    void anInstitutionThatWantsNamesGivesNoChoice() {
        serve(Set.of("umbrella"));
        Open sam = open("acme", KEY);
        assertThat(about(sam).getBoolean("optional")).isFalse();
        HttpResponse<String> refused = send(sam, "PUT");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("names.required");
        assertThat(unnamed.has(new TenantId("acme"), KEY)).isFalse();
    }

    @Test
    void anUnnamedPersonIsTheSameOneForEverAndAnotherForEveryInstitution() {
        serve(Set.of());
        URI site = URI.create("https://tool.example.edu/acme");
        Actor actor = unnamed.actor(new TenantId("acme"), site, KEY);
        assertThat(actor).isEqualTo(unnamed.actor(new TenantId("acme"), site, KEY));
        assertThat(actor).isNotEqualTo(unnamed.actor(new TenantId("umbrella"), site, KEY));
        assertThat(actor.toString()).doesNotContain(KEY);
    }

    private record Open(LearnerSession session, SessionToken token) {}

    private void serve(Set<String> optional) {
        FileLibrary library = new FileLibrary(
                new BaseUrl(URI.create("https://tool.example.edu")),
                new MediaLinks(masterKey, Duration.ofHours(8), clock));
        server = new PracticeServer(
                new SessionFilter(new BearerTokens(sessions, tenants, clock)),
                new AboutYouResource(
                        tenants,
                        library,
                        new Viewing(),
                        sessions,
                        unnamed,
                        new NamingSettings(optional),
                        new CommentTexts(Set.of("umbrella")),
                        jdbi,
                        List.of(session -> Map.of("comments", 2L))));
    }

    /** Half of the video was watched. */
    private static final class Viewing implements CourseViewing {

        @Override
        public List<Seen> everybody(LearnerSession session, String media, int most) {
            throw new AssertionError("nobody asks for everybody here");
        }

        @Override
        public List<Seen> one(LearnerSession session, String learnerKey) {
            assertThat(learnerKey).isEqualTo(session.learnerKey());
            return List.of(new Seen(
                    learnerKey,
                    "intro",
                    new WatchedSoFar.Progress(Optional.empty(), List.of(), new BigDecimal("0.5")),
                    false,
                    new BigDecimal("60"),
                    Optional.empty(),
                    Instant.parse("2026-11-22T09:00:00Z")));
        }
    }

    private Open open(String tenant, String key) {
        LearnerSession session = new LearnerSession(
                UUID.randomUUID(),
                new TenantId(tenant),
                "practice",
                key,
                new Actor(
                        Optional.of("Sam Student"),
                        new ActorIdentity.Account(URI.create("https://lms.example.edu"), "sam")),
                LearnerSession.Role.LEARNER,
                Optional.of(new LearnerSession.Course("42", "Biology")),
                Optional.empty(),
                Optional.of("intro"),
                "en",
                clock.instant().plus(Duration.ofHours(8)),
                clock.instant().plus(Duration.ofDays(7)));
        SessionToken token = SessionToken.fresh(random);
        jdbi.useTransaction(transaction -> sessions.open(transaction, session, token));
        return new Open(session, token);
    }

    private JsonObject about(Open open) {
        HttpResponse<String> answer = server.send(server.request("/api/v1/about-you")
                .header("Authorization", "Bearer " + open.token().value())
                .GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private HttpResponse<String> send(Open open, String method) {
        return server.send(server.request("/api/v1/about-you/unnamed")
                .header("Authorization", "Bearer " + open.token().value())
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }
}
