package org.lectern.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.lti.practice.HandWoundClock;

class SessionFilterTest {

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final HandWoundClock clock = new HandWoundClock(GivenSession.START);
    private final JdbcSessions sessions = new JdbcSessions(jdbi, clock);
    private final SessionToken token = SessionToken.fresh(new SecureRandom());
    private final PracticeServer server = new PracticeServer(
            new SessionFilter(new BearerTokens(sessions, GivenTenants.of(GivenTenants.acme()), clock)), new Greeting());

    @BeforeEach
    void open() {
        jdbi.useTransaction(transaction -> sessions.open(transaction, GivenSession.ofSam(), token));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void handsTheSessionToAResourceThatAsksForOne() {
        assertThat(get("/hello/now", "Bearer " + token.value()).body()).isEqualTo("acme");
    }

    @Test
    void refusesWithoutATokenByNameAndSaysHow() {
        HttpResponse<String> answer = server.get("/hello/now");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("session.unknown");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(get("/hello/now", "Basic " + token.value()).statusCode()).isEqualTo(401);
        assertThat(get("/hello/now", "Bearer x\u00e9").statusCode()).isEqualTo(401);
    }

    @Test
    void admitsAnExpiredSessionOnlyWhereLateFactsAreTaken() {
        clock.pass(Duration.ofHours(9));
        assertThat(get("/hello/now", "Bearer " + token.value()).body()).contains("session.expired");
        assertThat(get("/hello/late", "Bearer " + token.value()).body()).isEqualTo("acme");
    }

    @Test
    void leavesOtherResourcesAlone() {
        assertThat(server.get("/hello/anybody").body()).isEqualTo("hello");
    }

    private HttpResponse<String> get(String path, String authorization) {
        return server.send(server.request(path).header("Authorization", authorization));
    }

    /** Says whose session it is. */
    @Path("/hello")
    public static class Greeting {

        /** For open sessions. */
        @GET
        @Path("now")
        @WithSession
        public String now(@Context ContainerRequestContext request) {
            return CurrentSession.of(request).tenant().value();
        }

        /** For expired ones, too. */
        @GET
        @Path("late")
        @WithSession(lateFacts = true)
        public String late(@Context ContainerRequestContext request) {
            return CurrentSession.of(request).tenant().value();
        }

        /** For anybody. */
        @GET
        @Path("anybody")
        public String anybody() {
            return "hello";
        }
    }
}
