package org.lectern.gateway.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.viewing.PracticeCourse.json;
import static org.lectern.gateway.viewing.PracticeCourse.people;
import static org.lectern.gateway.viewing.PracticeCourse.withRoster;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.gateway.viewing.PracticeCourse.Opened;
import org.lectern.lti.access.ServiceUnreachable;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticeServices;
import org.lectern.lti.practice.PracticeUser;

class ViewingTest {

    private static final String HALF = "0.000[.]30.000[,]20.000[.]62.150";

    private final PracticeCourse course = new PracticeCourse();

    @AfterEach
    void close() {
        course.close();
    }

    @Test
    void showsWhoHasWatchedAndWhoHasNotYet() {
        course.attempt("student-1", "intro", HALF, false);
        course.attempt("student-2", "intro", "0.000[.]124.300", true);
        course.attempt("student-3", "intro", "", false);
        course.roster(
                "student-1,Sam Student,Learner",
                "student-2,Ada Able,http://purl.imsglobal.org/vocab/lis/v2/membership#Learner",
                "student-3,Otto Opened,Learner",
                "student-4,Nina New,Learner",
                "teacher-1,Tina Teacher,Instructor");
        Opened teacher = course.launch(withRoster(aTeachersLaunch()));
        HttpResponse<String> answer = course.get(teacher, "?media=intro");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        Map<String, JsonObject> people = people(answer);
        assertThat(people.keySet()).containsExactly("Sam Student", "Ada Able", "Otto Opened", "Nina New");
        assertThat(people.get("Nina New").containsKey("seen")).isFalse();
        JsonObject seen = people.get("Sam Student").getJsonObject("seen");
        assertThat(seen.getJsonNumber("share")).hasToString("0.500");
        assertThat(seen.getJsonArray("parts")).hasToString("[[0.000,62.150]]");
        assertThat(seen.getJsonNumber("timeSpent")).hasToString("61.500");
        assertThat(seen.getJsonNumber("resumeAt")).hasToString("30.000");
        assertThat(seen.getString("last")).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(seen.getBoolean("completed")).isFalse();
        JsonObject all = json(answer);
        assertThat(all.getJsonObject("summary")).hasToString("{\"people\":4,\"watched\":2,\"completed\":1}");
        assertThat(all.getJsonObject("roster")).hasToString("{\"state\":\"read\",\"complete\":true}");
        assertThat(all.getJsonObject("media"))
                .hasToString("{\"id\":\"intro\",\"title\":\"Introduction\",\"length\":124.3}");
    }

    @Test
    void givesALiveStreamNoLengthWhateverIsKeptOfIt() {
        course.attempt("student-1", "talk", HALF, false);
        HttpResponse<String> answer = course.get(course.launch(aTeachersLaunch()), "?media=talk");
        assertThat(json(answer).getJsonObject("media"))
                .hasToString("{\"id\":\"talk\",\"title\":\"Talk\",\"live\":true}");
        assertThat(json(answer).getJsonArray("people")).hasSize(1);
    }

    @Test
    void marksTeachersWhoWatchedAndPeopleWhoLeftAndCountsNeither() {
        course.attempt("teacher-1", "intro", HALF, false);
        course.attempt("gone-1", "intro", HALF, true);
        course.attempt("inactive-1", "intro", HALF, false);
        course.roster(
                "student-1,Sam Student,Learner",
                "teacher-1,Tina Teacher,Instructor",
                "inactive-1,Ina Active,Learner,Inactive");
        HttpResponse<String> answer = course.get(course.launch(withRoster(aTeachersLaunch())), "?media=intro");
        JsonObject tina = people(answer).get("Tina Teacher");
        assertThat(tina.getString("place")).isEqualTo("staff");
        assertThat(tina.getBoolean("you")).isTrue();
        assertThat(json(answer).getJsonArray("people").getValuesAs(JsonObject.class))
                .extracting(person -> person.getString("place"))
                .containsExactly("learner", "staff", "left", "left");
        assertThat(answer.body()).doesNotContain("Ina Active");
        assertThat(json(answer).getJsonObject("summary")).hasToString("{\"people\":1,\"watched\":0,\"completed\":0}");
    }

    @Test
    void showsThisVideoAndThisCourseAlone() {
        course.attempt("student-1", "outro", HALF, false);
        course.attempt("student-2", "intro", HALF, false, "practice/course/course-2");
        course.attempt("student-3", "intro", HALF, false, "other/course/course-1");
        HttpResponse<String> answer = course.get(course.launch(aTeachersLaunch()), "?media=intro");
        assertThat(json(answer).getJsonArray("people")).isEmpty();
    }

    @Test
    void refusesLearnersAndStrangers() {
        Opened learner = course.launch(withRoster(aLaunch()));
        HttpResponse<String> refused = course.get(learner, "?media=intro");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("viewing.not_allowed");
        assertThat(course.platform.serviceRequests()).isEmpty();
        Opened teacher = course.launch(aTeachersLaunch());
        assertThat(course.get(teacher, "?media=nowhere").statusCode()).isEqualTo(404);
        assertThat(course.get(teacher, "").statusCode()).isEqualTo(404);
        course.clock.pass(Duration.ofHours(9));
        assertThat(course.get(teacher, "?media=intro").statusCode()).isEqualTo(401);
    }

    @Test
    void showsALinkWithoutACourseByItself() {
        course.attempt("student-1", "intro", HALF, false, "practice/link/link-1");
        course.attempt("student-2", "intro", HALF, false, "practice/link/link-2");
        HttpResponse<String> answer =
                course.get(course.launch(aTeachersLaunch().withoutLti("context")), "?media=intro");
        assertThat(json(answer).getJsonArray("people")).hasSize(1);
    }

    @Test
    void refusesWhereThereIsNeitherCourseNorLinkInsteadOfShowingTheWholePlatform() {
        course.attempt("student-1", "intro", HALF, false, "practice");
        Opened nowhere = course.launch(aTeachersLaunch()
                .withLti("message_type", "LtiDeepLinkingRequest")
                .with(
                        "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings",
                        Map.of(
                                "deep_link_return_url", "https://lms.example.edu/back",
                                "accept_types", List.of("ltiResourceLink"),
                                "accept_presentation_document_targets", List.of("iframe")))
                .withoutLti("context")
                .withoutLti("resource_link"));
        HttpResponse<String> refused = course.get(nowhere, "?media=intro");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("viewing.no_course");
    }

    @Test
    void showsWhatWeKnowOurselvesWhenNoLaunchNamedARoster() {
        course.attempt("student-1", "intro", HALF, false);
        HttpResponse<String> answer = course.get(course.launch(aTeachersLaunch()), "?media=intro");
        assertThat(json(answer).getJsonObject("roster").getString("state")).isEqualTo("not-offered");
        assertThat(json(answer).getJsonObject("summary")).hasToString("{\"people\":1,\"watched\":1,\"completed\":0}");
        JsonObject person = people(answer).get("unknown");
        assertThat(person.getString("key"))
                .hasSize(12)
                .isEqualTo(course.key("student-1").substring(0, 12));
    }

    @ParameterizedTest
    @CsvSource({
        "401, not-allowed, service.forbidden",
        "403, not-allowed, service.forbidden",
        "500, unreachable, service.failed",
        "429, unreachable, service.busy",
        "404, unreadable, service.gone"
    })
    void saysWhyThereIsNoRosterAndStillShowsWhoWatched(int status, String state, String fault) {
        course.attempt("student-1", "intro", HALF, false);
        course.platform.service(request -> PracticeServices.answer(status, "<html>no</html>"));
        HttpResponse<String> answer = course.get(course.launch(withRoster(aTeachersLaunch())), "?media=intro");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getJsonObject("roster"))
                .hasToString("{\"state\":\"" + state + "\",\"complete\":false,\"fault\":\"" + fault + "\"}");
        assertThat(json(answer).getJsonArray("people")).hasSize(1);
    }

    @Test
    void saysThatTheScopeIsNotGrantedAndThatThePlatformIsAway() {
        Opened teacher = course.launch(withRoster(aTeachersLaunch()));
        course.platform.tokens(request -> PracticeServices.answer(400, "{\"error\":\"invalid_scope\"}"));
        assertThat(rosterState(teacher)).isEqualTo("not-allowed");
        course.clock.pass(Duration.ofMinutes(1));
        course.platform.tokens(course.platform::nextToken);
        course.platform.service(request -> {
            throw new ServiceUnreachable("lms.example.edu: timeout", null);
        });
        assertThat(rosterState(teacher)).isEqualTo("unreachable");
        course.clock.pass(Duration.ofMinutes(1));
        course.platform.service(request -> PracticeServices.answer(200, "<html>Sign in</html>"));
        assertThat(rosterState(teacher)).isEqualTo("unreadable");
    }

    @Test
    void remembersARosterForMinutesAndAFailureForSeconds() {
        Opened teacher = course.launch(withRoster(aTeachersLaunch()));
        course.platform.service(request -> PracticeServices.answer(500, ""));
        rosterState(teacher);
        rosterState(teacher);
        assertThat(course.platform.serviceRequests()).hasSize(1);
        course.clock.pass(Duration.ofSeconds(31));
        course.roster("student-1,Sam Student,Learner");
        assertThat(rosterState(teacher)).isEqualTo("read");
        course.clock.pass(Duration.ofMinutes(4));
        rosterState(teacher);
        assertThat(course.platform.serviceRequests()).hasSize(2);
        course.clock.pass(Duration.ofMinutes(2));
        rosterState(teacher);
        assertThat(course.platform.serviceRequests()).hasSize(3);
    }

    @Test
    void doesNotCallAnybodyGoneWhenTheRosterIsIncomplete() {
        course.attempt("student-2", "intro", HALF, false);
        course.platform.service(request -> new org.lectern.lti.access.ServiceAnswer(
                200,
                Map.of("Link", "<https://evil.example.net/more>; rel=\"next\""),
                "{\"members\":[{\"user_id\":\"student-1\",\"name\":\"Sam\",\"roles\":[\"Learner\"]}]}".getBytes()));
        HttpResponse<String> answer = course.get(course.launch(withRoster(aTeachersLaunch())), "?media=intro");
        assertThat(json(answer).getJsonObject("roster").getBoolean("complete")).isFalse();
        assertThat(people(answer).keySet()).containsExactly("Sam", "unknown");
    }

    @Test
    void takesTheMappingOfTheRegistrationForTheRosterToo() {
        String assistant = "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant";
        course.mappings.keep(
                new org.lectern.gateway.connection.RoleMappings.Place(
                        new org.lectern.config.tenant.TenantId("acme"), "practice"),
                new org.lectern.lti.registration.RoleMapping(java.util.Set.of("Tutor"), java.util.Set.of(assistant)));
        course.roster("a,Assistant," + assistant, "b,Tutor,Tutor", "c,Learner,Learner");
        HttpResponse<String> answer = course.get(course.launch(withRoster(aTeachersLaunch())), "?media=intro");
        assertThat(people(answer).keySet()).containsExactly("Assistant", "Learner");
    }

    @Test
    void showsTheGradesOfALinkBesideItsOwnVideoAlone() {
        course.attempt("student-1", "intro", HALF, false);
        course.attempt("student-1", "outro", HALF, false);
        course.graded("student-1", 50);
        course.platform.service(request -> request.address().getPath().endsWith("/results")
                ? PracticeServices.answer(
                        200, "[{\"id\":\"r1\",\"userId\":\"student-1\",\"resultScore\":40,\"resultMaximum\":100}]")
                : PracticeServices.answer(404, ""));
        Opened teacher = course.launch(aTeachersLaunch());
        HttpResponse<String> intro = course.get(teacher, "?media=intro");
        assertThat(json(intro).getJsonObject("grades")).hasToString("{\"state\":\"read\"}");
        assertThat(people(intro).get("unknown").getJsonObject("grade"))
                .hasToString("{\"shown\":40.0,\"sent\":50,\"state\":\"delivered\"}");
        HttpResponse<String> outro = course.get(teacher, "?media=outro");
        assertThat(json(outro).getJsonObject("grades")).hasToString("{\"state\":\"ungraded\"}");
        assertThat(people(outro).get("unknown").containsKey("grade")).isFalse();
    }

    @Test
    void showsWhatWasSentWhenTheGradebookCannotBeRead() {
        course.attempt("student-1", "intro", HALF, false);
        course.graded("student-1", 50);
        course.platform.service(request -> PracticeServices.answer(403, ""));
        HttpResponse<String> answer = course.get(course.launch(aTeachersLaunch()), "?media=intro");
        assertThat(json(answer).getJsonObject("grades"))
                .hasToString("{\"state\":\"unavailable\",\"fault\":\"service.forbidden\"}");
        assertThat(people(answer).get("unknown").getJsonObject("grade").getInt("sent"))
                .isEqualTo(50);
    }

    @Test
    void keepsNoName() {
        course.attempt("student-1", "intro", HALF, false);
        course.roster("student-1,Sam Student,Learner");
        Opened teacher = course.launch(withRoster(aTeachersLaunch()));
        assertThat(course.get(teacher, "?media=intro").body()).contains("Sam Student");
        for (String table :
                new String[] {"course_roster", "review", "launch_diagnosis", "attempt", "learner_session"}) {
            assertThat(course.everything(table)).doesNotContain("Sam", "Tina", "student-1");
        }
    }

    @Test
    void opensThePageForTeachersAndTheVideoForLearners() {
        HttpResponse<String> page = course.open(course.launch(aTeachersLaunch()), "intro");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("\"page\":\"viewing\"", "\"renew\":\"/viewing/of/acme\"", "\"player\":\"/session/of/acme\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https://lms.example.edu");
        assertThat(course.open(course.launch(aLaunch()), "intro").body())
                .contains("\"page\":\"player\"")
                .doesNotContain("/viewing/");
        assertThat(course.shell().body()).contains("shell");
        assertThat(course.told).as("looking at people is no learning").isEmpty();
    }

    private String rosterState(Opened teacher) {
        return json(course.get(teacher, "?media=intro")).getJsonObject("roster").getString("state");
    }

    private static LaunchBuilder aTeachersLaunch() {
        return aLaunch().by(PracticeUser.teacher());
    }
}
