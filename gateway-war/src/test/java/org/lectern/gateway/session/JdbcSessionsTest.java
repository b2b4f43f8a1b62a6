package org.lectern.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.problem.Problem;
import org.lectern.lti.practice.HandWoundClock;

class JdbcSessionsTest {

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final HandWoundClock clock = new HandWoundClock(GivenSession.START);
    private final JdbcSessions sessions = new JdbcSessions(jdbi, clock);
    private final LearnerSession sam = GivenSession.ofSam();
    private final SessionToken token = SessionToken.fresh(new SecureRandom());
    private final GivenTenants tenants = GivenTenants.of(GivenTenants.acme());
    private final BearerTokens tokens = new BearerTokens(sessions, tenants, clock);

    @BeforeEach
    void open() {
        jdbi.useTransaction(transaction -> sessions.open(transaction, sam, token));
    }

    @Test
    void findsWhatWasOpenedUnchangedByTokenAndById() {
        assertThat(sessions.find(token.value())).contains(sam);
        assertThat(sessions.find(sam.id())).contains(sam);
    }

    @Test
    void keepsAbsentPartsAbsent() {
        LearnerSession bare = new LearnerSession(
                java.util.UUID.randomUUID(),
                sam.tenant(),
                sam.platform(),
                sam.learnerKey(),
                new org.lectern.adapter.xapi.Actor(
                        Optional.empty(), new org.lectern.adapter.xapi.ActorIdentity.MboxSha1("a".repeat(40))),
                LearnerSession.Role.ADMINISTRATOR,
                Optional.empty(),
                Optional.empty(),
                Optional.of("intro"),
                "de-AT",
                sam.expires(),
                sam.factsUntil());
        SessionToken other = SessionToken.fresh(new SecureRandom());
        jdbi.useTransaction(transaction -> sessions.open(transaction, bare, other));
        assertThat(new JdbcSessions(jdbi, clock).find(other.value())).contains(bare);
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        String row = jdbi.withHandle(handle -> handle.createQuery("select learner_session::text from learner_session")
                .mapTo(String.class)
                .one());
        assertThat(row).contains(token.hash()).doesNotContain(token.value());
    }

    @Test
    void findsNothingForWhatIsNoTokenOrSomebodyElses() {
        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find(token.hash())).isEmpty();
        assertThat(sessions.find(SessionToken.fresh(new SecureRandom()).value()))
                .isEmpty();
    }

    @Test
    void asksTheDatabaseAgainAfterHalfAMinuteOnly() {
        assertThat(sessions.find(token.value())).isPresent();
        jdbi.useHandle(handle -> handle.execute("delete from learner_session"));
        clock.pass(Duration.ofSeconds(29));
        assertThat(sessions.find(token.value())).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(sessions.find(token.value())).isEmpty();
    }

    @Test
    void livesOnWhileThePageShowsLifeButWritesOnlyEveryFiveMinutes() {
        clock.pass(Duration.ofMinutes(4));
        assertThat(tokens.admit(token.value(), false).expires()).isEqualTo(sam.expires());
        clock.pass(Duration.ofMinutes(2));
        assertThat(tokens.admit(token.value(), false).expires())
                .isEqualTo(sam.expires().plusSeconds(360));
        assertThat(new JdbcSessions(jdbi, clock).find(token.value()))
                .hasValueSatisfying(renewed -> assertThat(renewed.factsUntil())
                        .isEqualTo(sam.factsUntil().plusSeconds(360)));
    }

    @Test
    void takesLateFactsForAWeekAndNothingElse() {
        clock.pass(Duration.ofHours(8));
        assertThatThrownBy(() -> tokens.admit(token.value(), false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("session.expired"));
        assertThat(tokens.admit(token.value(), true).expires())
                .as("not renewed")
                .isEqualTo(sam.expires());
        clock.pass(Duration.ofDays(7));
        assertThatThrownBy(() -> tokens.admit(token.value(), true))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("session.unknown"));
    }

    @Test
    void turnsAwayThePagesOfAnInstitutionThatIsGone() {
        assertThat(tokens.authorize("bearer  " + token.value(), false)).isEqualTo(sam);
        tenants.remove("acme");
        assertThatThrownBy(() -> tokens.authorize("Bearer " + token.value(), true))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
    }

    @Test
    void forgetsOnlySessionsThatTakeNoMoreFacts() {
        clock.pass(Duration.ofHours(8).plusDays(7));
        assertThat(sessions.sweep(10)).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(sessions.sweep(10)).isEqualTo(1);
        assertThat(sessions.find(sam.id())).isEmpty();
    }
}
