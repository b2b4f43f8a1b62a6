package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.registration.RoleMapping;

class RolesTest {
    private static final String V = "http://purl.imsglobal.org/vocab/lis/v2/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instructor",
                V + "membership#Instructor",
                V + "membership/Instructor#TeachingAssistant",
                V + "membership#Instructor#TeachingAssistant"
            })
    void letsContextInstructorsTeach(String role) {
        assertThat(new Roles(List.of(role)).instructor()).isTrue();
        assertThat(new Roles(List.of(role)).learner()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                V + "institution/person#Instructor",
                V + "institution/person#Faculty",
                V + "institution/person#Administrator",
                V + "system/person#Administrator",
                V + "membership#Instructorship",
                V + "membership/Learner#Instructor",
                "https://evil.example.com/membership#Instructor",
                "instructor",
                "Faculty",
                ""
            })
    void letsNobodyElseTeachOrAdministerACourse(String role) {
        Roles roles = new Roles(List.of(role));
        assertThat(roles.instructor()).isFalse();
        assertThat(roles.administrator()).isFalse();
        assertThat(roles.learner()).isTrue();
    }

    @Test
    void saysWhatSomebodyIsInTheCourseInTheStandardsTermsWhateverFormTheyCameIn() {
        assertThat(new Roles(List.of(
                                V + "institution/person#Student",
                                V + "membership/Instructor#TeachingAssistant",
                                V + "membership#Instructor",
                                V + "membership#Mentor#Advisor",
                                "Learner",
                                V + "system/person#Administrator",
                                V + "membership#Learner Learner",
                                "urn:lti:role:ims/lis/Administrator",
                                "https://evil.example.com/membership#Officer",
                                V + "membership#" + "X".repeat(60),
                                ""))
                        .inCourse())
                .containsExactly("Instructor", "Instructor#TeachingAssistant", "Mentor", "Mentor#Advisor", "Learner");
    }

    @Test
    void tellsCourseAdministratorsFromInstitutionAdministrators() {
        Roles course = new Roles(List.of(V + "membership#Administrator"));
        assertThat(course.administrator()).isTrue();
        assertThat(course.institutionAdministrator()).isFalse();
        assertThat(course.learner()).isFalse();
        Roles institution = new Roles(List.of(V + "institution/person#Administrator"));
        assertThat(institution.administrator()).isFalse();
        assertThat(institution.institutionAdministrator()).isTrue();
        assertThat(institution.learner()).isTrue();
    }

    @Test
    void letsSomeoneLearnAndTeachAtOnce() {
        Roles both = new Roles(List.of(V + "membership#Learner", V + "membership#Instructor"));
        assertThat(both.learner()).isTrue();
        assertThat(both.instructor()).isTrue();
    }

    @Test
    void keepsCourseDesignersApart() {
        Roles designer = new Roles(List.of(V + "membership#ContentDeveloper"));
        assertThat(designer.contentDeveloper()).isTrue();
        assertThat(designer.instructor()).isFalse();
        assertThat(designer.learner()).isFalse();
    }

    @Test
    void decidesByTheStandardWhenNothingIsMapped() {
        RoleDecision teacher = decide(RoleMapping.NONE, V + "institution/person#Student", V + "membership#Instructor");
        assertThat(teacher)
                .isEqualTo(new RoleDecision(
                        RoleDecision.Right.INSTRUCTOR,
                        Optional.of(V + "membership#Instructor"),
                        RoleDecision.Ground.STANDARD));
        assertThat(decide(RoleMapping.NONE, "Administrator", "Instructor").right())
                .isEqualTo(RoleDecision.Right.ADMINISTRATOR);
        assertThat(decide(RoleMapping.NONE, "ContentDeveloper").right())
                .isEqualTo(RoleDecision.Right.CONTENT_DEVELOPER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "urn:example:teacher", V + "institution/person#Administrator", V + "system/person#SysAdmin"})
    void makesALearnerOfWhoeverHasNoRoleInTheCourse(String role) {
        assertThat(decide(RoleMapping.NONE, role))
                .isEqualTo(new RoleDecision(RoleDecision.Right.LEARNER, Optional.empty(), RoleDecision.Ground.NOTHING));
    }

    @Test
    void letsAMappedRoleTeach() {
        RoleMapping mapping = new RoleMapping(Set.of(V + "institution/person#Faculty"), Set.of());
        assertThat(decide(mapping, V + "institution/person#Faculty"))
                .isEqualTo(new RoleDecision(
                        RoleDecision.Right.INSTRUCTOR,
                        Optional.of(V + "institution/person#Faculty"),
                        RoleDecision.Ground.MAPPED));
        assertThat(decide(mapping, V + "institution/person#Staff").right()).isEqualTo(RoleDecision.Right.LEARNER);
    }

    @Test
    void letsARoleMappedToLearnerOutweighEveryOther() {
        String assistant = V + "membership/Instructor#TeachingAssistant";
        RoleMapping mapping = new RoleMapping(Set.of("Instructor"), Set.of(assistant));
        assertThat(decide(mapping, V + "membership#Instructor", assistant))
                .isEqualTo(new RoleDecision(
                        RoleDecision.Right.LEARNER, Optional.of(assistant), RoleDecision.Ground.MAPPED));
        assertThat(decide(mapping, V + "membership#Instructor").right()).isEqualTo(RoleDecision.Right.INSTRUCTOR);
    }

    @Test
    void findsARoleInEitherForm() {
        Roles roles = new Roles(List.of(V + "membership#Learner"));
        assertThat(roles.has("Learner")).isTrue();
        assertThat(roles.has(V + "membership#Learner")).isTrue();
        assertThat(new Roles(List.of("Learner")).has(V + "membership#Learner")).isTrue();
        assertThat(roles.has("Instructor")).isFalse();
    }

    @Test
    void knowsWhoWorksForTheInstitution() {
        assertThat(new Roles(List.of(V + "institution/person#Faculty")).staffElsewhere())
                .isTrue();
        assertThat(new Roles(List.of(V + "system/person#SysAdmin")).staffElsewhere())
                .isTrue();
        assertThat(new Roles(List.of(V + "institution/person#Student", "Instructor")).staffElsewhere())
                .isFalse();
    }

    private static RoleDecision decide(RoleMapping mapping, String... roles) {
        return new Roles(List.of(roles)).decide(mapping);
    }
}
