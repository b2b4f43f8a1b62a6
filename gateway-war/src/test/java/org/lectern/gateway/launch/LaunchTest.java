package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.launch.PracticeGateway.session;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.practice.PracticeUser;

class LaunchTest {

    private static final String EVIL = "</script><script>alert(1)</script><b title=\"'\">";

    private final GivenTenants tenants = GivenTenants.of(
            GivenTenants.acme(GivenTenants.remote("intro", "Introduction"), GivenTenants.remote("evil", EVIL)),
            GivenTenants.tenant("umbrella", "deployment-2", ActorPolicy.ACCOUNT));
    private final PracticeGateway gateway = new PracticeGateway(tenants);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void sendsTheBrowserToThePlatformWithACookieForFrames() {
        HttpResponse<String> answer = gateway.start().answer();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("https://lms.example.edu/auth?");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("Secure", "HttpOnly", "SameSite=None", "Partitioned");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void startsALoginByFormToo() {
        HttpResponse<String> answer = gateway.post(
                "/lti/login",
                "iss=https%3A%2F%2Flms.example.edu&login_hint=sam&target_link_uri="
                        + PracticeGateway.encoded(gateway.platform.toolUrl()));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void opensThePlayer() {
        HttpResponse<String> page = gateway.launch(aLaunch());
        assertThat(page.statusCode()).isEqualTo(200);
        JsonObject session = session(page);
        assertThat(session.getString("page")).isEqualTo("player");
        assertThat(session.getString("api")).isEqualTo("/api/v1");
        assertThat(session.getJsonObject("media").getString("id")).isEqualTo("intro");
        assertThat(session.getJsonObject("media").getJsonArray("sources").getJsonObject(0))
                .hasToString("{\"src\":\"https://cdn.example.net/intro.mp4\",\"type\":\"video/mp4\"}");
        assertThat(session.getJsonObject("course").getString("title")).isEqualTo("Course one");
        assertThat(session.getJsonObject("playback").getJsonNumber("completionThreshold"))
                .hasToString("0.95");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https://lms.example.edu", "media-src 'self' blob: https:;");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    }

    @Test
    void keepsTheSessionTheLogAndTheStatementsOfALaunch() {
        LearnerSession kept = gateway.sessions
                .find(session(gateway.launch(aLaunch())).getString("token"))
                .orElseThrow();
        assertThat(kept.tenant()).hasToString("acme");
        assertThat(kept.media()).contains("intro");
        assertThat(kept.actor().name()).isEmpty();
        assertThat(kept.scope()).isEqualTo("practice/course/course-1");
        assertThat(gateway.told).singleElement().isInstanceOf(LoggedIn.class);
        assertThat(gateway.delivering).hasSize(1);
        assertThat(gateway.counted).containsExactly("accepted");
        String row = gateway.query("select launch_log::text from launch_log", text -> text.orElseThrow());
        assertThat(row)
                .contains("accepted", "acme", "practice", "deployment-1")
                .doesNotContain("Student", "example.org");
    }

    @Test
    void opensTheGalleryWithoutAnEntryAndTellsOfIt() {
        HttpResponse<String> page = gateway.launch(aLaunch().withoutLti("custom"));
        assertThat(session(page).getString("page")).isEqualTo("gallery");
        assertThat(session(page).getJsonArray("items")).hasSize(2);
        assertThat(gateway.told).hasSize(2);
        assertThat(gateway.told.get(1)).isInstanceOf(CategoryViewed.class);
        assertThat(gateway.told.get(0).at()).isBefore(gateway.told.get(1).at());
    }

    @Test
    void answersAnUnknownEntryFriendlyAndStillLogsIn() {
        HttpResponse<String> page = gateway.launch(aLaunch().withLti("custom", Map.of("media", "nowhere")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("This video is not here");
        assertThat(gateway.told).singleElement().isInstanceOf(LoggedIn.class);
        assertThat(gateway.count("learner_session")).isEqualTo(1);
    }

    @Test
    void keepsTenantsOfOnePlatformApartByTheirDeployment() {
        HttpResponse<String> page = gateway.launch(aLaunch().withLti("deployment_id", "deployment-2"));
        assertThat(page.body()).as("intro is Acme's").contains("This video is not here");
        String tenant = gateway.query("select tenant from learner_session", text -> text.orElseThrow());
        assertThat(tenant).isEqualTo("umbrella");
    }

    @Test
    void letsNoTextFromOutsideBecomeMarkup() {
        HttpResponse<String> page = gateway.launch(aLaunch()
                .withLti("context", Map.of("id", "course-1", "title", EVIL))
                .withLti("custom", Map.of("media", "evil")));
        assertThat(page.body()).doesNotContain("<script>alert", "<b title");
        assertThat(session(page).getJsonObject("course").getString("title")).isEqualTo(EVIL);
        assertThat(session(page).getJsonObject("media").getString("title")).isEqualTo(EVIL);
    }

    @Test
    void givesATeacherTheirRoleAndAnUnknownRoleNone() {
        gateway.launch(aLaunch().by(PracticeUser.teacher()));
        gateway.launch(aLaunch().by(PracticeUser.administrator()));
        gateway.launch(aLaunch().by(PracticeUser.teacher().withRoles("http://example.org/roles#Wizard")));
        List<String> roles =
                gateway.jdbi.withHandle(handle -> handle.createQuery("select role from learner_session order by role")
                        .mapTo(String.class)
                        .list());
        assertThat(roles).containsExactly("administrator", "instructor", "learner");
    }

    @Test
    void remembersWhatThePlatformCalledThemInTheCourseAndNoRoleElsewhere() {
        String vocabulary = "http://purl.imsglobal.org/vocab/lis/v2/";
        gateway.launch(aLaunch()
                .by(PracticeUser.teacher()
                        .withRoles(
                                vocabulary + "institution/person#Faculty",
                                vocabulary + "membership/Instructor#TeachingAssistant")));
        String roles = gateway.jdbi.withHandle(handle -> handle.createQuery("select course_roles from learner_session")
                .mapTo(String.class)
                .one());
        assertThat(roles).isEqualTo("Instructor Instructor#TeachingAssistant");
    }

    @Test
    void knowsThePersonAgain() {
        String first =
                session(gateway.launch(aLaunch())).getJsonObject("learner").getString("key");
        String again = session(gateway.launch(aLaunch().withoutLti("custom")))
                .getJsonObject("learner")
                .getString("key");
        String other = session(gateway.launch(aLaunch().by(PracticeUser.teacher())))
                .getJsonObject("learner")
                .getString("key");
        assertThat(again).isEqualTo(first).isNotEqualTo(other).doesNotContain("student-1");
    }

    @Test
    void opensItsPagesAgainWithTheTokenOnly() {
        JsonObject session = session(gateway.launch(aLaunch().withoutLti("custom")));
        String renew = session.getString("renew");
        assertThat(gateway.get(renew).body()).contains("shell").doesNotContain(session.getString("token"));
        HttpResponse<String> player = gateway.post(renew + "/open", "media=intro&token=" + session.getString("token"));
        assertThat(session(player).getString("page")).isEqualTo("player");
        assertThat(session(player).getString("token")).isEqualTo(session.getString("token"));
        HttpResponse<String> gallery = gateway.post("/session/open", "media=&token=" + session.getString("token"));
        assertThat(session(gallery).getString("page")).isEqualTo("gallery");
        assertThat(gateway.told.stream().filter(CategoryViewed.class::isInstance))
                .hasSize(2);
        HttpResponse<String> stranger = gateway.post(renew + "/open", "token=" + UUID.randomUUID());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.body()).contains("Open this activity again from your course");
        tenants.remove("acme");
        assertThat(gateway.post(renew + "/open", "token=" + session.getString("token"))
                        .statusCode())
                .isEqualTo(401);
    }
}
