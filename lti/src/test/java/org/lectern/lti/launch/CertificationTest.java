package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.LTI;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;
import static org.lectern.lti.practice.PracticeUser.INSTITUTION;
import static org.lectern.lti.practice.PracticeUser.MEMBERSHIP;
import static org.lectern.lti.practice.PracticeUser.student;
import static org.lectern.lti.practice.PracticeUser.teacher;
import static org.lectern.lti.practice.Refusals.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.practice.PracticeUser;
import org.lectern.lti.refusal.LaunchRejected;

/** The core lists of the LTI Advantage Conformance Certification Guide, tool side (§6.1: known bad and valid launches). */
class CertificationTest {
    private static final String UNKNOWN_ROLE = "http://purl.imsglobal.org/vocab/lis/v2/uknownrole/unknown#Helper";

    private final PracticePlatform platform = PracticePlatform.practice();
    private final PracticeTool tool = new PracticeTool(platform);

    @Nested
    @DisplayName("known bad payloads")
    class KnownBad {

        @Test
        @DisplayName("1 no kid in header")
        void noKidInHeader() {
            refusedWithHeader("jwt.kid_missing", Map.of("sdfsdfs", "fdsfdsfs", "alg", "RS256"));
        }

        @Test
        @DisplayName("2 wrong kid")
        void wrongKid() {
            refusedWithHeader("jwt.kid_unknown", Map.of("alg", "RS256", "kid", "imstester_66067"));
        }

        @Test
        @DisplayName("3 wrong LTI version")
        void wrongLtiVersion() {
            refusedLaunch("claim.version_wrong", aLaunch().withLti("version", "11.3"));
        }

        @Test
        @DisplayName("4 no LTI version")
        void noLtiVersion() {
            refusedLaunch("claim.version_missing", aLaunch().withoutLti("version"));
        }

        @Test
        @DisplayName("5 not an LTI message")
        void notAnLtiMessage() {
            LoginStarted started = tool.start();
            String token = platform.signText("{}", "{\"name\":\"badltilaunch\"}");
            refused("jwt.malformed", () -> tool.verify(started, token));
        }

        @Test
        @DisplayName("6 several required claims missing")
        void severalRequiredClaimsMissing() {
            LaunchRejected rejected = refusedLaunch(
                    "claim.missing",
                    aLaunch().withoutLti("message_type").withoutLti("version").withoutLti("roles"));
            assertThat(rejected.detail()).contains(LTI + "message_type", LTI + "version", LTI + "roles");
        }

        @Test
        @DisplayName("6 several required claims missing, standard ones too")
        void severalStandardClaimsMissing() {
            LaunchRejected rejected = refusedLaunch(
                    "claim.missing",
                    aLaunch()
                            .without("aud", "iss", "sub")
                            .withoutLti("deployment_id")
                            .withoutLti("roles"));
            assertThat(rejected.detail()).contains("aud", "iss", "sub", LTI + "deployment_id", LTI + "roles");
        }

        @Test
        @DisplayName("7 timestamps wrong")
        void timestampsWrong() {
            refusedLaunch("jwt.expired", aLaunch().with("iat", 11111).with("exp", 22222));
        }

        @Test
        @DisplayName("8 message type missing")
        void messageTypeMissing() {
            refusedLaunch("claim.message_type_missing", aLaunch().withoutLti("message_type"));
        }

        @Test
        @DisplayName("9 roles missing")
        void rolesMissing() {
            refusedLaunch("claim.roles_missing", aLaunch().withoutLti("roles"));
        }

        @Test
        @DisplayName("10 deployment id missing")
        void deploymentIdMissing() {
            refusedLaunch("claim.deployment_missing", aLaunch().withoutLti("deployment_id"));
        }

        @Test
        @DisplayName("11 resource link id missing")
        void resourceLinkIdMissing() {
            refusedLaunch(
                    "claim.resource_link_missing", aLaunch().withLti("resource_link", Map.of("title", "Lecture")));
            refusedLaunch("claim.resource_link_missing", aLaunch().withoutLti("resource_link"));
        }

        @Test
        @DisplayName("12 sub missing")
        void subMissing() {
            refusedLaunch("claim.sub_missing", aLaunch().without("sub"));
        }
    }

    @Nested
    @DisplayName("valid teacher launches")
    class ValidTeacher {

        @Test
        @DisplayName("1 full launch")
        void fullLaunch() {
            Launch launch = accepted(aLaunch().by(teacher()));
            assertThat(launch.roles().instructor()).isTrue();
            assertThat(launch.roles().learner()).isFalse();
            assertThat(launch.name()).contains("Tina Teacher");
            assertThat(launch.course()).map(CourseContext::id).contains("course-1");
            assertThat(launch.resourceLink()).map(ResourceLink::id).contains("link-1");
        }

        @Test
        @DisplayName("2 several roles")
        void severalRoles() {
            assertTeaches(teacher().withRoles(MEMBERSHIP + "Instructor", INSTITUTION + "Staff", INSTITUTION + "Other"));
        }

        @Test
        @DisplayName("3 short role")
        void shortRole() {
            assertTeaches(teacher().withRoles("Instructor"));
        }

        @Test
        @DisplayName("4 unknown role")
        void unknownRole() {
            assertLearns(teacher().withRoles(UNKNOWN_ROLE));
        }

        @Test
        @DisplayName("5 no role")
        void noRole() {
            assertLearns(teacher().withRoles(""));
            assertLearns(teacher().withRoles());
        }

        @Test
        @DisplayName("6 only e-mail")
        void onlyEmail() {
            assertSharesOnlyEmail(teacher());
        }

        @Test
        @DisplayName("7 only names")
        void onlyNames() {
            assertSharesOnlyNames(teacher());
        }

        @Test
        @DisplayName("8 no personal data")
        void noPersonalData() {
            assertSharesNothing(teacher());
        }

        @Test
        @DisplayName("9 e-mail, no context claim")
        void emailWithoutContext() {
            assertLaunchesWithoutCourse(teacher());
        }
    }

    @Nested
    @DisplayName("valid student launches")
    class ValidStudent {

        @Test
        @DisplayName("1 full launch")
        void fullLaunch() {
            Launch launch = accepted(aLaunch().by(student()));
            assertThat(launch.roles().learner()).isTrue();
            assertThat(launch.roles().instructor()).isFalse();
            assertThat(launch.subject()).isEqualTo("student-1");
            assertThat(launch.email()).contains("student-1@example.org");
        }

        @Test
        @DisplayName("2 several roles")
        void severalRoles() {
            assertLearns(student().withRoles(MEMBERSHIP + "Learner", INSTITUTION + "Student", MEMBERSHIP + "Mentor"));
        }

        @Test
        @DisplayName("3 short role")
        void shortRole() {
            assertLearns(student().withRoles("Learner"));
        }

        @Test
        @DisplayName("4 unknown role")
        void unknownRole() {
            assertLearns(student().withRoles(MEMBERSHIP + "Learner", UNKNOWN_ROLE));
        }

        @Test
        @DisplayName("5 no role")
        void noRole() {
            assertLearns(student().withRoles(""));
            assertLearns(student().withRoles());
        }

        @Test
        @DisplayName("6 only e-mail")
        void onlyEmail() {
            assertSharesOnlyEmail(student());
        }

        @Test
        @DisplayName("7 only names")
        void onlyNames() {
            assertSharesOnlyNames(student());
        }

        @Test
        @DisplayName("8 no personal data")
        void noPersonalData() {
            assertSharesNothing(student());
        }

        @Test
        @DisplayName("9 e-mail, no context claim")
        void emailWithoutContext() {
            assertLaunchesWithoutCourse(student());
        }
    }

    private Launch accepted(LaunchBuilder launch) {
        return tool.launch(launch).launch();
    }

    private LaunchRejected refusedLaunch(String code, LaunchBuilder launch) {
        return refused(code, () -> tool.launch(launch));
    }

    private void refusedWithHeader(String code, Map<String, Object> header) {
        LoginStarted started = tool.start();
        Map<String, Object> claims = aLaunch()
                .claims(platform, PracticeTool.nonce(started), tool.clock().instant());
        refused(code, () -> tool.verify(started, platform.sign(header, claims)));
    }

    private void assertTeaches(PracticeUser user) {
        Launch launch = accepted(aLaunch().by(user));
        assertThat(launch.roles().instructor()).isTrue();
        assertThat(launch.roles().learner()).isFalse();
    }

    private void assertLearns(PracticeUser user) {
        Launch launch = accepted(aLaunch().by(user));
        assertThat(launch.roles().learner()).isTrue();
        assertThat(launch.roles().instructor()).isFalse();
        assertThat(launch.roles().administrator()).isFalse();
    }

    private void assertSharesOnlyEmail(PracticeUser user) {
        Launch launch = accepted(aLaunch().by(user.sharing(Map.of("email", "someone@example.org"))));
        assertThat(launch.email()).contains("someone@example.org");
        assertThat(List.of(launch.name(), launch.givenName(), launch.familyName()))
                .allMatch(Optional::isEmpty);
    }

    private void assertSharesOnlyNames(PracticeUser user) {
        Launch launch = accepted(
                aLaunch().by(user.sharing(Map.of("name", "A Person", "given_name", "A", "family_name", "Person"))));
        assertThat(launch.email()).isEmpty();
        assertThat(launch.name()).contains("A Person");
        assertThat(launch.givenName()).contains("A");
        assertThat(launch.familyName()).contains("Person");
    }

    private void assertSharesNothing(PracticeUser user) {
        Launch launch = accepted(aLaunch().by(user.sharing(Map.of())));
        assertThat(List.of(launch.name(), launch.givenName(), launch.familyName(), launch.email()))
                .allMatch(Optional::isEmpty);
        assertThat(launch.subject()).isEqualTo(user.subject());
    }

    private void assertLaunchesWithoutCourse(PracticeUser user) {
        Launch launch = accepted(aLaunch()
                .by(user.sharing(Map.of("email", "someone@example.org")))
                .withoutLti("context"));
        assertThat(launch.course()).isEmpty();
        assertThat(launch.email()).contains("someone@example.org");
    }
}
