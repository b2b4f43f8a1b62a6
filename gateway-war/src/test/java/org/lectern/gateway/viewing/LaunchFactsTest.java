package org.lectern.gateway.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.viewing.PracticeCourse.json;
import static org.lectern.gateway.viewing.PracticeCourse.withRoster;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.RoleMappings;
import org.lectern.gateway.viewing.PracticeCourse.Opened;
import org.lectern.lti.practice.PracticeUser;
import org.lectern.lti.registration.RoleMapping;

/** What staff are told of their own launch. */
class LaunchFactsTest {

    private static final String FACULTY = PracticeUser.INSTITUTION + "Faculty";

    private final PracticeCourse course = new PracticeCourse();

    @AfterEach
    void close() {
        course.close();
    }

    @Test
    void tellsRolesClaimsServicesAndUnresolvedVariables() {
        Opened teacher = course.launch(withRoster(aLaunch()
                .by(PracticeUser.teacher().withRoles("urn:example:guru", PracticeUser.MEMBERSHIP + "Instructor"))
                .withLti(
                        "custom",
                        Map.of("media", "intro", "section", "$CourseSection.sourcedId", "bb", "@X@user.id@X@"))
                .with(
                        "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                        Map.of(
                                "scope",
                                List.of("https://purl.imsglobal.org/spec/lti-ags/scope/score"),
                                "lineitem",
                                "https://lms.example.edu/items/1"))));
        JsonObject facts = json(course.get(teacher, "/launch"));
        assertThat(facts.getString("number")).isEqualTo("7KQ2M-XW94T");
        JsonObject roles = facts.getJsonObject("roles");
        assertThat(roles.getJsonArray("received")).hasSize(2);
        assertThat(roles.getString("opensAs")).isEqualTo("instructor");
        assertThat(roles.getString("ground")).isEqualTo("standard");
        assertThat(roles.getString("decidedBy")).isEqualTo(PracticeUser.MEMBERSHIP + "Instructor");
        assertThat(facts.getJsonObject("custom")).hasToString("{\"media\":\"intro\"}");
        assertThat(facts.getJsonObject("unresolved"))
                .hasToString("{\"bb\":\"@X@user.id@X@\",\"section\":\"$CourseSection.sourcedId\"}");
        assertThat(facts.getJsonObject("services").getJsonObject("grades").getBoolean("lineItem"))
                .isTrue();
        assertThat(facts.getJsonObject("services").getJsonObject("roster").getJsonArray("versions"))
                .hasToString("[\"2.0\"]");
        assertThat(facts.getJsonArray("claims").toString()).contains("email", "claim/roles");
        assertThat(facts.getJsonObject("registration").getString("name")).isEqualTo("acme/practice");
        assertThat(facts.toString()).doesNotContain(teacher.token().value(), "Tina", "teacher-1@example.org", "eyJ");
    }

    @Test
    void tellsWhichMappingDecided() {
        course.mappings.keep(
                new RoleMappings.Place(new TenantId("acme"), "practice"), new RoleMapping(Set.of(FACULTY), Set.of()));
        JsonObject roles = json(course.get(
                        course.launch(aLaunch().by(PracticeUser.teacher().withRoles(FACULTY))), "/launch"))
                .getJsonObject("roles");
        assertThat(roles.getString("opensAs")).isEqualTo("instructor");
        assertThat(roles.getString("ground")).isEqualTo("mapped");
        assertThat(roles.getString("decidedBy")).isEqualTo(FACULTY);
        assertThat(roles.getJsonArray("mappedToInstructor")).hasToString("[\"" + FACULTY + "\"]");
    }

    @Test
    void keepsNothingOfALearnersLaunch() {
        Opened learner = course.launch(aLaunch());
        assertThat(course.get(learner, "/launch").statusCode()).isEqualTo(404);
        assertThat(course.count("launch_diagnosis")).isZero();
    }

    @Test
    void showsNobodyElsesLaunch() {
        course.launch(aLaunch().by(PracticeUser.teacher()));
        Opened other = course.launch(aLaunch().by(PracticeUser.administrator()));
        assertThat(json(course.get(other, "/launch")).getJsonObject("roles").getString("opensAs"))
                .isEqualTo("administrator");
    }

    @Test
    void isSealedAndGoesWithTheSession() {
        course.launch(aLaunch().by(PracticeUser.teacher()));
        assertThat(course.everything("launch_diagnosis")).doesNotContain("intro", "Instructor");
        course.clock.pass(Duration.ofDays(9));
        course.sweep();
        assertThat(course.count("learner_session")).isZero();
        assertThat(course.count("launch_diagnosis")).isZero();
    }
}
