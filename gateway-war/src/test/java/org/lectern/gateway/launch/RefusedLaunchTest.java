package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.launch.PracticeGateway.session;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.launch.PracticeGateway.Started;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.lti.practice.LaunchBuilder;

class RefusedLaunchTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private final GivenTenants tenants =
            GivenTenants.of(GivenTenants.acme(GivenTenants.remote("intro", "Introduction")));
    private final PracticeGateway gateway = new PracticeGateway(tenants);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void refusesALaunchThatWasUsedBefore() {
        Started started = gateway.start();
        assertThat(gateway.launch(started, aLaunch()).statusCode()).isEqualTo(200);
        refused(gateway.launch(started, aLaunch()), 403, "state.used");
        assertThat(gateway.count("learner_session")).isEqualTo(1);
        assertThat(gateway.told).hasSize(1);
    }

    @Test
    void opensOneSessionForManyAtTheSameTime() throws Exception {
        Started started = gateway.start();
        String fields = "id_token=" + gateway.token(started, aLaunch());
        Callable<Integer> attempt =
                () -> gateway.post(started, started.cookie(), fields).statusCode();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            int good = 0;
            for (Future<Integer> answer :
                    threads.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt, attempt))) {
                good += answer.get() == 200 ? 1 : 0;
            }
            assertThat(good).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(gateway.count("learner_session")).isEqualTo(1);
        assertThat(gateway.delivering).hasSize(1);
    }

    @Test
    void offersAWindowOfItsOwnWhenTheCookieIsMissing() {
        Started started = gateway.start();
        HttpResponse<String> page = gateway.post(started, "other=1", "id_token=" + gateway.token(started, aLaunch()));
        refused(page, 403, "binding.missing");
        String link = link(page);
        assertThat(link).startsWith("/lti/restart/");
        Started again = gateway.started(gateway.get(link));
        assertThat(again.answer().headers().firstValue("Location").orElseThrow())
                .contains("login_hint=sam", "lti_message_hint=course", "client_id=client-1");
        assertThat(again.state()).isNotEqualTo(started.state());
        assertThat(gateway.launch(again, aLaunch()).statusCode()).isEqualTo(200);
        refused(gateway.get(link), 403, "state.used");
        refused(gateway.launch(started, aLaunch()), 403, "state.used");
        refused(gateway.get("/lti/restart/never-given"), 403, "state.unknown");
    }

    @Test
    void offersAWindowWhenThePlatformWantsSomebodyToSignIn() {
        Started started = gateway.start();
        HttpResponse<String> page = gateway.post(
                started, started.cookie(), "error=login_required&error_description=sam%40example.org%0d%0ais+out");
        refused(page, 403, "platform.error");
        assertThat(link(page)).startsWith("/lti/restart/");
        assertThat(page.body()).doesNotContain("sam@example.org");
        String detail = gateway.query("select detail from launch_log", text -> text.orElseThrow());
        assertThat(detail).startsWith("login_required").doesNotContain("@", "\r", "\n");
    }

    @Test
    void parksAnUnknownDeploymentAndSaysWhoCanHelp() {
        LaunchBuilder stranger = aLaunch().withLti("deployment_id", "deployment-9");
        refused(gateway.launch(stranger), 403, "deployment.unknown");
        HttpResponse<String> page = gateway.launch(stranger);
        assertThat(page.body()).contains("approve the deployment");
        assertThat(link(page)).isEmpty();
        String parked = gateway.query(
                "select issuer || ' ' || client_id || ' ' || deployment_id || ' ' || launches from parked_deployment",
                text -> text.orElseThrow());
        assertThat(parked).isEqualTo("https://lms.example.edu client-1 deployment-9 2");
        assertThat(gateway.count("learner_session")).isZero();
    }

    @Test
    void losesNothingWhenTheDatabaseGoesAwayInTheMiddle() {
        Started started = gateway.start();
        gateway.databaseAway = true;
        HttpResponse<String> page = gateway.launch(started, aLaunch());
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("5");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(gateway.count("learner_session")).isZero();
        assertThat(gateway.count("launch_log")).isZero();
        assertThat(gateway.delivering).isEmpty();
        gateway.databaseAway = false;
        assertThat(session(gateway.launch(started, aLaunch())).getString("page"))
                .isEqualTo("player");
    }

    @Test
    void refusesAtTheRightPlaceByName() {
        refused(gateway.post("/lti/launch", "id_token=a.b.c"), 400, "state.missing");
        refused(gateway.post("/lti/launch", "id_token=a.b.c&state=x"), 403, "state.unknown");
        refused(gateway.post("/lti/launch", "id_token=garbage&state=x"), 400, "jwt.malformed");
        refused(gateway.post("/lti/launch", "state=x&id_token=1&id_token=2"), 400, "request.malformed");
        refused(gateway.post("/lti/launch", "x".repeat(70_000)), 400, "request.malformed");
        refused(gateway.post("/lti/launch", "%zz"), 400, "request.malformed");
        refused(gateway.get("/lti/login"), 400, "login.parameter_missing");
        refused(gateway.get("/lti/login?iss=a&iss=b"), 400, "login.parameter_repeated");
        refused(gateway.post("/lti/login", "iss=%zz"), 400, "login.parameter_invalid");
        refused(
                gateway.get(
                        "/lti/login?iss=https%3A%2F%2Fevil.example&login_hint=x&target_link_uri=https%3A%2F%2Ftool.example.edu"),
                403,
                "login.registration_unknown");
        refused(
                gateway.get(
                        "/lti/login?iss=https%3A%2F%2Flms.example.edu&login_hint=x&target_link_uri=https%3A%2F%2Fevil.example"),
                400,
                "login.target_foreign");
        refused(gateway.launch(aLaunch().withoutLti("roles")), 403, "claim.roles_missing");
        Started late = gateway.start();
        gateway.clock.pass(Duration.ofMinutes(11));
        refused(gateway.launch(late, aLaunch()), 403, "state.expired");
        assertThat(gateway.counted).hasSize(gateway.count("launch_log"));
    }

    @Test
    void isFriendlyToWhoeverOpensTheLaunchAddress() {
        HttpResponse<String> page = gateway.get("/lti/launch");
        refused(page, 405, "request.malformed");
        assertThat(page.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void logsNoTokenAndNobodysName() {
        Started started = gateway.start();
        String token = gateway.token(started, aLaunch().with("nonce", "another"));
        refused(gateway.post(started, started.cookie(), "id_token=" + token), 403, "claim.nonce_wrong");
        String row = gateway.query("select launch_log::text from launch_log", text -> text.orElseThrow());
        assertThat(row)
                .contains("acme", "https://lms.example.edu")
                .doesNotContain(token, started.state(), "Student", "@");
    }

    /** The recovery page: its status, the refusal's name, a number to quote that is in the launch log, and who may frame it. */
    private void refused(HttpResponse<String> page, int status, String code) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.body())
                .containsAnyOf("This activity could not be opened", "Open this activity in a new window")
                .contains("<code>" + code + "</code>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https://lms.example.edu");
        String number = page.body().replaceAll("(?s).*?<code>([^<]+)</code>.*", "$1");
        String verdict = gateway.query(
                "select verdict from launch_log where correlation = '" + number + "'", text -> text.orElse("no row"));
        assertThat(verdict).isEqualTo(code);
    }

    private static String link(HttpResponse<String> page) {
        Matcher found = LINK.matcher(page.body());
        return found.find() ? found.group(1) : "none";
    }
}
