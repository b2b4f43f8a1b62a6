package org.lectern.gateway.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.outbox.JdbcStatementOutbox;
import org.lectern.gateway.problem.ProblemMapper;
import org.lectern.gateway.problem.UnforeseenMapper;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.SessionToken;

/** {@code POST /api/v1/facts} through JAX-RS with its exception mappers, on a real database. */
class FactsResourceTest {

    private static final Clock CLOCK = Clock.fixed(Watching.LAUNCH.plusSeconds(300), ZoneOffset.UTC);
    private static final Tenant ACME = Watching.tenant("acme", new ProgressPolicy.Milestones());
    private static final SessionToken TOKEN = SessionToken.fresh(new SecureRandom());
    private static Acceptance acceptance;
    private static ApplicationHandler server;

    private final UUID playback = UUID.randomUUID();

    @BeforeAll
    static void start() {
        Jdbi jdbi = TestDatabase.jdbi();
        JdbcSessions sessions = new JdbcSessions(jdbi, CLOCK);
        jdbi.useTransaction(transaction -> sessions.open(transaction, Watching.session(ACME.id(), "u-20417"), TOKEN));
        acceptance = new Acceptance(
                jdbi,
                new PlainBus(),
                new JdbcStatementOutbox(jdbi, lanes -> {}),
                AcceptanceTest.meter(),
                PlaybackSettings.DEFAULTS);
        acceptance.start(Thread::new);
        server = new ApplicationHandler(new ResourceConfig(ProblemMapper.class, UnforeseenMapper.class)
                .register(new FactsResource(
                        acceptance,
                        new BearerTokens(sessions, new OneTenant(ACME), CLOCK),
                        new OneTenant(ACME),
                        Watching.LIBRARY,
                        CLOCK)));
    }

    @AfterAll
    static void stop() {
        acceptance.stop();
    }

    @Test
    void answers202WithWhatIsCommitted() {
        Answer answer = post(body("intro", ready(1) + "," + play(2)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"through\":2}");
        assertThat(answer.type()).isEqualTo("application/json");
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
        assertThat(answer.type()).isEqualTo("application/problem+json");
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
        assertThat(post(body, "Bearer " + TOKEN.value(), "text/plain").status()).isEqualTo(415);
    }

    private record Answer(int status, String type, String body) {}

    private Answer post(String body) {
        return post(body, "Bearer " + TOKEN.value(), "application/json");
    }

    private static Answer post(String body, String authorization, String type) {
        URI base = URI.create("https://video.example.edu/");
        ContainerRequest request = new ContainerRequest(
                base,
                base.resolve("api/v1/facts"),
                "POST",
                null,
                new MapPropertiesDelegate(),
                server.getConfiguration());
        request.header("Authorization", authorization);
        request.header("Content-Type", type);
        request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            ContainerResponse response = server.apply(request, written).get(20, TimeUnit.SECONDS);
            return new Answer(
                    response.getStatus(),
                    String.valueOf(response.getMediaType()),
                    written.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer", e);
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
