package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.launch.PracticeGateway.encoded;
import static org.lectern.gateway.launch.PracticeGateway.session;
import static org.lectern.gateway.launch.PracticeGateway.task;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.gateway.launch.PracticeGateway.Started;
import org.lectern.gateway.session.GivenTenants;

/** Cookie, platform storage, window: what binds a launch to the browser that started it, and what does not. */
class CarriersTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private final PracticeGateway gateway =
            new PracticeGateway(GivenTenants.of(GivenTenants.acme(GivenTenants.remote("intro", "Introduction"))));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void leavesTheSecretWithThePlatformAndInACookie() {
        HttpResponse<String> page = gateway.login("&lti_storage_target=post_message_forwarding");
        assertThat(page.statusCode()).isEqualTo(200);
        JsonObject task = task(page);
        assertThat(task.getString("step")).isEqualTo("keep");
        assertThat(task.getString("frame")).isEqualTo("post_message_forwarding");
        assertThat(task.getString("origin")).isEqualTo("https://lms.example.edu");
        assertThat(task.getString("next"))
                .startsWith("https://lms.example.edu/auth?")
                .contains("lti_storage_target=post_message_forwarding");
        assertThat(task.getString("otherwise")).as("the cookie may do").isEqualTo(task.getString("next"));
        assertThat(page.body()).contains("<a href=\"https://lms.example.edu/auth?");
        Started started = gateway.started(page);
        assertThat(started.cookie()).endsWith("=" + task.getString("secret"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https://lms.example.edu", "default-src 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void seesFirstWhetherCookiesComeBackInAFrame() {
        HttpResponse<String> round = gateway.framedLogin("/lti/login", "", "&lti_storage_target=_parent");
        assertThat(round.statusCode()).as("the same form again").isEqualTo(307);
        assertThat(round.headers().firstValue("Location").orElseThrow())
                .startsWith("https://tool.example.edu/lti/login/tried?iss=");
        String cookie = round.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=None", "Partitioned");
        assertThat(gateway.count("login")).as("nothing has begun").isZero();

        String probe = cookie.split(";")[0];
        assertThat(gateway.framedLogin("/lti/login/tried", probe, "&lti_storage_target=_parent")
                        .statusCode())
                .as("cookies work: no storage needed")
                .isEqualTo(303);
        assertThat(gateway.framedLogin("/lti/login", probe, "").statusCode())
                .as("no second round for a while")
                .isEqualTo(303);
    }

    @Test
    void offersAWindowBeforeThePlatformUsesUpItsHints() {
        HttpResponse<String> page = gateway.framedLogin("/lti/login/tried", "", "");
        refused(page, "binding.missing");
        String logged = gateway.query("select tenant || ' ' || verdict from launch_log", text -> text.orElseThrow());
        assertThat(logged).isEqualTo("acme binding.missing");
        Started window = gateway.started(gateway.get(link(page)));
        assertThat(gateway.launch(window, aLaunch()).statusCode()).isEqualTo(200);
        carriedBy("window");
    }

    @Test
    void offersAWindowWhereTheStorageIsAllThereIsAndDoesNotWork() {
        HttpResponse<String> page = gateway.framedLogin("/lti/login/tried", "", "&lti_storage_target=_parent");
        JsonObject task = task(page);
        assertThat(task.getString("step")).isEqualTo("keep");
        assertThat(task.getString("otherwise")).startsWith("/lti/login/unbound/");
        HttpResponse<String> unbound = gateway.get(task.getString("otherwise"));
        refused(unbound, "binding.missing");
        Started window = gateway.started(gateway.get(link(unbound)));
        assertThat(gateway.launch(window, aLaunch()).statusCode()).isEqualTo(200);
        refused(gateway.get("/lti/login/unbound/never-given"), "state.unknown");
    }

    @Test
    void needsNoStorageWhereTheCookieComesBack() {
        Started started = gateway.started(gateway.login("&lti_storage_target=_parent"));
        assertThat(session(gateway.launch(started, aLaunch())).getString("page"))
                .isEqualTo("player");
        carriedBy("cookie");
    }

    @Test
    void asksThePlatformsStorageWhereNoCookieComesBack() {
        JsonObject kept = gateway.startWithStorage("_parent");
        Started started = gateway.started(gateway.login("&lti_storage_target=_parent"));
        String token = gateway.token(started, aLaunch());
        HttpResponse<String> page = gateway.postWithoutCookie(started, "cross-site", "id_token=" + token);
        assertThat(page.statusCode()).isEqualTo(200);
        JsonObject task = task(page);
        assertThat(task.getString("step")).isEqualTo("take-back");
        assertThat(task.getString("origin")).isEqualTo("https://lms.example.edu");
        assertThat(task.getString("key")).startsWith("lti_").isNotEqualTo(kept.getString("key"));
        assertThat(task).doesNotContainKey("secret");
        assertThat(page.body())
                .contains("value=\"" + token + "\"", "value=\"" + started.state() + "\"")
                .doesNotContain(secret(started));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https://lms.example.edu");
        assertThat(gateway.count("launch_log")).as("nothing was decided").isZero();

        HttpResponse<String> opened =
                gateway.postWithoutCookie(started, "same-origin", "id_token=" + token + "&binding=" + secret(started));
        assertThat(session(opened).getString("page")).isEqualTo("player");
        carriedBy("storage");
        refused(
                gateway.postWithoutCookie(started, "same-origin", "id_token=" + token + "&binding=" + secret(started)),
                "state.used");
    }

    @Test
    void offersAWindowWhenThePlatformKeptNothing() {
        Started started = gateway.started(gateway.login("&lti_storage_target=_parent"));
        String fields = "id_token=" + gateway.token(started, aLaunch()) + "&binding=";
        HttpResponse<String> page = gateway.postWithoutCookie(started, "same-origin", fields);
        refused(page, "binding.missing");
        HttpResponse<String> restarted = gateway.get(link(page));
        assertThat(restarted.statusCode()).as("no storage in a window").isEqualTo(303);
        Started again = gateway.started(restarted);
        assertThat(again.answer().headers().firstValue("Location").orElseThrow())
                .contains("login_hint=sam", "lti_message_hint=course")
                .doesNotContain("lti_storage_target");
        assertThat(gateway.launch(again, aLaunch()).statusCode()).isEqualTo(200);
        carriedBy("window");
    }

    @Test
    void sendsBackToTheCourseWhenTheWindowFailsToo() {
        Started started = gateway.start();
        HttpResponse<String> page =
                gateway.postWithoutCookie(started, "cross-site", "id_token=" + gateway.token(started, aLaunch()));
        refused(page, "binding.missing");
        assertThat(page.body()).contains("Open this activity in a new window");
        Started window = gateway.started(gateway.get(link(page)));
        HttpResponse<String> onceOnly = gateway.post(window, window.cookie(), "error=invalid_request");
        refused(onceOnly, "platform.error");
        assertThat(link(onceOnly)).isEmpty();
        assertThat(onceOnly.body()).contains("Open the activity again from your course page.");
        String hints = gateway.query(
                "select count(*)::text from login where login_hint is not null", text -> text.orElseThrow());
        assertThat(hints).isEqualTo("0");
    }

    @Test
    void refusesWhatAnAttackerPostsFromAnotherSiteWithTheSecretOfTheirOwnLogin() {
        Started attackers = gateway.started(gateway.login("&lti_storage_target=_parent"));
        String fields = "id_token=" + gateway.token(attackers, aLaunch()) + "&binding=" + secret(attackers);
        for (String site : List.of("cross-site", "same-site", "none")) {
            refused(gateway.postWithoutCookie(attackers, site, fields), "binding.wrong");
        }
        refused(gateway.post("/lti/launch", fields + "&state=" + attackers.state()), "binding.wrong");
        assertThat(gateway.count("learner_session")).isZero();
    }

    @Test
    void refusesAnAttackersLaunchWithoutOrWithAnotherSecret() {
        Started attackers = gateway.started(gateway.login("&lti_storage_target=_parent"));
        Started victims = gateway.started(gateway.login("&lti_storage_target=_parent"));
        String token = "id_token=" + gateway.token(attackers, aLaunch());
        refused(
                gateway.postWithoutCookie(attackers, "same-origin", token + "&binding=" + secret(victims)),
                "binding.wrong");
        refused(gateway.postWithoutCookie(attackers, "same-origin", token + "&binding="), "binding.missing");
        refused(gateway.post(attackers, victims.cookie(), token + "&binding="), "binding.wrong");
        assertThat(gateway.count("learner_session")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server_error",
                "temporarily_unavailable",
                "invalid_request",
                "server_error&error_description=busy"
            })
    void asksAgainOnceAfterAnErrorThatMayPass(String error) {
        Started started = gateway.started(gateway.login("&lti_storage_target=_parent"));
        HttpResponse<String> page = gateway.post(started, started.cookie(), "error=" + error);
        assertThat(page.statusCode()).isEqualTo(403);
        JsonObject task = task(page);
        assertThat(task.getString("step")).isEqualTo("ask-again");
        assertThat(gateway.counted).containsExactly("platform.error");
        Started again = gateway.started(gateway.get(task.getString("next")));
        assertThat(task(again.answer()).getString("next"))
                .as("still in a frame")
                .contains("lti_storage_target=_parent");

        HttpResponse<String> second = gateway.post(again, again.cookie(), "error=" + error);
        refused(second, "platform.error");
        assertThat(link(second)).startsWith("/lti/restart/").doesNotEndWith("/here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login_required", "access_denied", "invalid_request&error_description=no+response+mode"})
    void asksNotAgainByItselfWhereSomebodyHasToAct(String error) {
        Started started = gateway.start();
        refused(gateway.post(started, started.cookie(), "error=" + error), "platform.error");
    }

    @Test
    void launchesSeveralPlayersOfOnePageSideBySide() {
        List<Started> started = List.of(gateway.start(), gateway.start(), gateway.start());
        String cookies = String.join("; ", started.stream().map(Started::cookie).toList());
        for (Started one : started) {
            HttpResponse<String> page = gateway.post(one, cookies, "id_token=" + gateway.token(one, aLaunch()));
            assertThat(session(page).getString("page")).isEqualTo("player");
        }
        assertThat(gateway.count("learner_session")).isEqualTo(3);
    }

    @Test
    void startsNothingAnewThatIsOver() {
        Started started = gateway.start();
        gateway.clock.pass(Duration.ofMinutes(11));
        refused(gateway.get("/lti/restart/" + started.state()), "state.expired");
        refused(gateway.get("/lti/restart/" + started.state() + "/here"), "state.expired");
        refused(gateway.get("/lti/restart/" + encoded("a b") + "/here"), "state.unknown");
    }

    private void carriedBy(String carrier) {
        assertThat(gateway.carriers).containsExactly(carrier);
        String logged =
                gateway.query("select carrier from launch_log where verdict = 'accepted'", text -> text.orElseThrow());
        assertThat(logged).isEqualTo(carrier);
    }

    private static String secret(Started started) {
        return started.cookie().split("=", 2)[1];
    }

    private static void refused(HttpResponse<String> page, String code) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(403);
        assertThat(page.body()).contains("<code>" + code + "</code>");
    }

    private static String link(HttpResponse<String> page) {
        Matcher found = LINK.matcher(page.body());
        return found.find() ? found.group(1) : "none";
    }
}
