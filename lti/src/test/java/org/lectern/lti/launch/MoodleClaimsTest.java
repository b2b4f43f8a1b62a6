package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.Refusals.refused;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.practice.PracticeKeys;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;

/** Id tokens of a running Moodle 4.5.6, signed again with a practice key; nonce, times and the tool's host are ours. */
class MoodleClaimsTest {
    private static final PracticePlatform MOODLE = new PracticePlatform(
            "http://127.0.0.1:8081",
            "AbX3t0Ivj4wSUQb",
            "1",
            PracticeTool.LAUNCH_URL.toString(),
            PracticeKeys.number(1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource-link-nonediting-teacher",
                "resource-link-site-admin",
                "resource-link-student-graded-multi-item",
                "resource-link-student-graded",
                "resource-link-student-nonascii",
                "resource-link-student-ungraded",
                "resource-link-teacher-graded",
                "resource-link-teacher-ungraded"
            })
    void acceptsResourceLinkLaunches(String file) {
        Launch launch = launch(file, Set.of(MessageType.RESOURCE_LINK));
        assertThat(launch.messageType()).isEqualTo(MessageType.RESOURCE_LINK);
        assertThat(launch.deploymentId()).isEqualTo("1");
        assertThat(launch.course()).hasValueSatisfying(course -> {
            assertThat(course.id()).isEqualTo("2");
            assertThat(course.types()).containsExactly("CourseSection");
            assertThat(course.sourcedId()).contains("LAB101-ID");
        });
        assertThat(launch.platform())
                .hasValueSatisfying(
                        platform -> assertThat(platform.productFamilyCode()).contains("moodle"));
        assertThat(launch.custom()).doesNotContainKey("unk");
        assertThat(launch.grades()).hasValueSatisfying(grades -> {
            assertThat(grades.scopes()).hasSize(4);
            assertThat(grades.lineItems())
                    .contains(URI.create("http://127.0.0.1:8081/mod/lti/services.php/2/lineitems?type_id=1"));
        });
        assertThat(launch.roster())
                .hasValueSatisfying(roster -> assertThat(roster.versions()).containsExactly("1.0", "2.0"));
        assertThat(launch.presentation()).hasValueSatisfying(shown -> {
            assertThat(shown.documentTarget()).isPresent();
            assertThat(shown.returnUrl()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep-linking-teacher", "submission-review-teacher"})
    void acceptsOtherMessagesOnlyWhereTheyAreServed(String file) {
        refused("claim.message_type_unsupported", () -> launch(file, Set.of(MessageType.RESOURCE_LINK)));
        Launch launch = launch(file, EnumSet.allOf(MessageType.class));
        assertThat(launch.messageType()).isNotEqualTo(MessageType.RESOURCE_LINK);
        assertThat(launch.roles().instructor()).isTrue();
    }

    @Test
    void readsDeepLinkingWithoutResourceLink() {
        Launch launch = launch("deep-linking-teacher", Set.of(MessageType.DEEP_LINKING));
        assertThat(launch.resourceLink()).isEmpty();
        assertThat(launch.custom()).doesNotContainKeys("rl", "unk").containsEntry("login", "teacher1");
    }

    @Test
    void readsWhomAReviewIsAbout() {
        Launch launch = launch("submission-review-teacher", Set.of(MessageType.SUBMISSION_REVIEW));
        assertThat(launch.forUser())
                .hasValueSatisfying(person -> assertThat(person.userId()).isEqualTo("4"));
        assertThat(launch.custom()).containsEntry("rv", "yes");
        assertThat(launch.received().unresolved()).containsExactly(Map.entry("unk", "$No.such"));
        assertThat(launch.received().names()).contains(ClaimNames.FOR_USER, ClaimNames.ROSTER, "email");
        assertThat(launch("resource-link-student-graded", Set.of(MessageType.RESOURCE_LINK))
                        .forUser())
                .isEmpty();
    }

    @Test
    void knowsStudentsFromTeachers() {
        Roles student = launch("resource-link-student-graded", Set.of(MessageType.RESOURCE_LINK))
                .roles();
        assertThat(student.learner()).isTrue();
        assertThat(student.instructor()).isFalse();
        Roles assistant = launch("resource-link-nonediting-teacher", Set.of(MessageType.RESOURCE_LINK))
                .roles();
        assertThat(assistant.instructor()).isTrue();
        assertThat(assistant.learner()).isFalse();
    }

    @Test
    void letsTheSiteAdministratorTeachOnlySinceMoodleAlsoSaysInstructor() {
        Roles admin = launch("resource-link-site-admin", Set.of(MessageType.RESOURCE_LINK))
                .roles();
        assertThat(admin.institutionAdministrator()).isTrue();
        assertThat(admin.instructor()).isTrue();
        assertThat(admin.administrator()).isFalse();
    }

    @Test
    void tellsGradedLinksFromUngradedOnes() {
        assertThat(launch("resource-link-student-graded", Set.of(MessageType.RESOURCE_LINK))
                        .grades()
                        .flatMap(GradeService::lineItem))
                .isPresent();
        assertThat(launch("resource-link-student-ungraded", Set.of(MessageType.RESOURCE_LINK))
                        .grades()
                        .flatMap(GradeService::lineItem))
                .isEmpty();
    }

    @Test
    void keepsNamesInAnyScript() {
        Launch launch = launch("resource-link-student-nonascii", Set.of(MessageType.RESOURCE_LINK));
        assertThat(launch.name())
                .contains(moodle("resource-link-student-nonascii").get("name").toString());
        assertThat(launch.name()).hasValueSatisfying(name -> assertThat(name).matches(".*[^\\x00-\\x7f].*"));
    }

    @Test
    void keepsBothSpellingsOfCustomParameters() {
        Map<String, String> custom = launch(
                        "resource-link-student-graded-multi-item", Set.of(MessageType.RESOURCE_LINK))
                .custom();
        assertThat(custom).containsEntry("mixedcase", "A b=c;d").containsEntry("MixedCase", "A b=c;d");
    }

    private static Launch launch(String file, Set<MessageType> served) {
        PracticeTool tool = new PracticeTool(
                MOODLE, LaunchSettings.of(PracticeTool.LAUNCH_URL).accepting(served), MOODLE.registration());
        LoginStarted started = tool.start(Map.of("lti_deployment_id", "1"));
        Instant now = tool.clock().instant();
        Map<String, Object> claims = new LinkedHashMap<>(moodle(file));
        claims.put("nonce", PracticeTool.nonce(started));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 60);
        claims.put(ClaimNames.TARGET_LINK_URI, PracticeTool.LAUNCH_URL.toString());
        return tool.verify(started, MOODLE.sign(claims)).launch();
    }

    private static Map<String, Object> moodle(String file) {
        try (InputStream stored = MoodleClaimsTest.class.getResourceAsStream("/moodle-claims/" + file + ".json")) {
            String text = new String(stored.readAllBytes(), StandardCharsets.UTF_8);
            return JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(text), "payload");
        } catch (IOException | ParseException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }
}
