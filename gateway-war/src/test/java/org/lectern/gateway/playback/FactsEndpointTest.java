package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.disk.DiskGuard;
import org.lectern.gateway.outbox.JdbcStatementOutbox;
import org.lectern.gateway.outbox.LaneSignals;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.problem.ProblemJson;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.SessionToken;

/** {@code POST /api/v1/facts} on a real database; how it looks on the wire is in {@code GatewayWiringIT}. */
class FactsEndpointTest {

    private static final Clock CLOCK = Clock.fixed(Watching.LAUNCH.plusSeconds(300), ZoneOffset.UTC);
    private static final Tenant ACME = Watching.tenant("acme", new ProgressPolicy.Milestones());
    private static final SessionToken TOKEN = SessionToken.fresh(new SecureRandom());
    private static final int PER_SECOND = 4;
    private static final String BEARER = "Bearer " + TOKEN.value();
    private static Jdbi jdbi;
    private static JdbcSessions sessions;
    private static Acceptance acceptance;
    private static FactsEndpoint endpoint;

    private final UUID playback = UUID.randomUUID();

    @BeforeAll
    static void start() {
        jdbi = TestDatabase.jdbi();
        sessions = new JdbcSessions(jdbi, CLOCK);
        jdbi.useTransaction(transaction -> sessions.open(transaction, Watching.session(ACME.id(), "u-20417"), TOKEN));
        acceptance = new Acceptance(
                jdbi,
                new PlainBus(),
                new JdbcStatementOutbox((LaneSignals) placed -> {}),
                AcceptanceTest.meter(),
                PlaybackSettings.DEFAULTS);
        acceptance.start(Thread::new);
        endpoint = new FactsEndpoint(
                acceptance,
                new BearerTokens(sessions, new OneTenant(ACME), CLOCK),
                new FactsRate(PER_SECOND, 10, AcceptanceTest.meter()),
                new OneTenant(ACME),
                Watching.LIBRARY,
                new RoomyDisk(),
                CLOCK);
    }

    private static final class RoomyDisk extends DiskGuard {}

    @AfterAll
    static void stop() {
        acceptance.stop();
    }

    @Test
    void answers202WithWhatIsCommitted() {
        Answer answer = post(body("intro", ready(1) + "," + play(2)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"through\":2}");
    }

    @Test
    void namesSingleFactsThatMakeNoSenseAndTakesTheOthers() {
        String nonsense = "{\"seq\":2,\"at\":\"2026-03-02T09:00:00Z\",\"kind\":\"dance\"}";
        Answer answer = post(body("intro", ready(1) + "," + nonsense + "," + play(3) + "," + ready(4)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"through\":4,\"refused\":[{\"seq\":2,\"reason\":\"kind_unknown\"},"
                        + "{\"seq\":4,\"reason\":\"already_ready\"}]}");
    }

    @ParameterizedTest
    @CsvSource({"nothing, 404, media.unknown", "../intro, 404, media.unknown", "'', 400, facts.media_invalid"})
    void refusesAnEntryThatIsNotThere(String media, int status, String code) {
        Answer answer = post(body(media, ready(1)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void refusesAGapThatIsTooWideByName() {
        Answer answer = post(body("intro", ready(1) + "," + play(9_999)));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("facts.gap_too_wide");
    }

    @Test
    void refusesTooMuchBeforeReadingItAll() {
        Answer answer = post(body("intro", ready(1)) + " ".repeat(300_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("facts.too_large");
    }

    @Test
    void refusesStrangersAndOtherContentTypes() {
        String body = body("intro", ready(1));

        assertThat(post(body, "Bearer nobody", "application/json").status()).isEqualTo(401);
        assertThat(post(body, null, "application/json").status()).isEqualTo(401);
        assertThat(post(body, BEARER, "text/plain").status()).isEqualTo(415);
        assertThat(post(body, BEARER, "application/jsonp").status()).isEqualTo(415);
        assertThat(post(body, BEARER, null).status()).isEqualTo(415);
    }

    @Test
    void takesAContentTypeWithItsParameters() {
        assertThat(post(body("intro", ready(1)), BEARER, "Application/JSON; charset=utf-8")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void refusesASessionThatSendsWithoutEnd() {
        String many = IntStream.rangeClosed(1, 1_000)
                .mapToObj(FactsEndpointTest::ready)
                .collect(Collectors.joining(","));
        SessionToken token = SessionToken.fresh(new SecureRandom());
        jdbi.useTransaction(transaction -> sessions.open(transaction, Watching.session(ACME.id(), "u-30000"), token));
        String bearer = "Bearer " + token.value();

        assertThat(post(body("intro", many), bearer, "application/json").status())
                .isEqualTo(202);
        Answer tooFast = post(body("intro", many), bearer, "application/json");
        for (int i = 0; i < 3 && tooFast.status() == 202; i++) {
            tooFast = post(body("intro", many), bearer, "application/json");
        }

        assertThat(tooFast.status()).isEqualTo(429);
        assertThat(tooFast.body()).contains("facts.too_fast");
    }

    @Test
    void namesABodyThatIsCutOff() {
        InputStream cut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> endpoint.report("application/json", BEARER, -1, cut))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("facts.cut_off"));
    }

    @Test
    void takesABodyThatDoesNotTellItsLength() {
        byte[] sent = body("intro", "{\"seq\":1,\"at\":\"2026-03-02T09:00:00.000Z\",\"kind\":\"ready\",\"length\":100}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(endpoint.report("application/json", BEARER, -1, new ByteArrayInputStream(sent))
                        .through())
                .isEqualTo(1);
    }

    private record Answer(int status, String body) {}

    private Answer post(String body) {
        return post(body, BEARER, "application/json");
    }

    private static Answer post(String body, String authorization, String type) {
        try {
            byte[] sent = body.getBytes(StandardCharsets.UTF_8);
            return new Answer(
                    202,
                    endpoint.report(type, authorization, sent.length, new ByteArrayInputStream(sent))
                            .json());
        } catch (Problem problem) {
            return new Answer(problem.status(), ProblemJson.text(problem));
        }
    }

    private String body(String media, String facts) {
        Instant sent = CLOCK.instant();
        return "{\"playback\":\"" + playback + "\",\"media\":\"" + media + "\",\"sent\":\"" + sent + "\",\"facts\":["
                + facts + "]}";
    }

    private static String ready(long seq) {
        return "{\"seq\":" + seq
                + ",\"at\":\"2026-03-02T09:00:00Z\",\"kind\":\"ready\",\"length\":124.3,\"player\":{\"speed\":1}}";
    }

    private static String play(long seq) {
        return "{\"seq\":" + seq + ",\"at\":\"2026-03-02T09:00:01Z\",\"kind\":\"play\",\"time\":0}";
    }
}
