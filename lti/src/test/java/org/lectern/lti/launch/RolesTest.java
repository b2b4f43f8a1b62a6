package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
