package org.lectern.gateway.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.viewing.PracticeCourse.json;
import static org.lectern.gateway.viewing.PracticeCourse.withRoster;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.viewing.PracticeCourse.Opened;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticeServices;
import org.lectern.lti.practice.PracticeUser;

/** Numbers for plots, over HTTP. */
class PlotsTest {

    private static final String COURSE = "practice/course/course-1";
    private static final String PLOTS = "/plots?media=intro";

    private final PracticeCourse course = new PracticeCourse();

    @AfterEach
    void close() {
        course.close();
    }

    @Test
    void tellsTheCurvesAndTheViewsOfEachDayInTheReadersTimeZone() {
        course.engagement(5, COURSE);
        Opened teacher = course.launch(aTeachersLaunch());
        HttpResponse<String> answer = course.get(teacher, PLOTS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonObject told = json(answer);
        assertThat(told.getString("state")).isEqualTo("shown");
        assertThat(told.getInt("viewers")).isEqualTo(5);
        assertThat(told.getJsonNumber("length")).hasToString("12.000");
        assertThat(told.getJsonNumber("step")).hasToString("1.000");
        assertThat(told.getJsonArray("seen")).hasToString("[5,5,5,5,5,5,5,5,5,5,0,0]");
        assertThat(told.getJsonArray("plays")).hasToString("[10,10,10,10,10,10,10,10,10,10,0,0]");
        assertThat(told.getJsonArray("stops")).hasToString("[0,0,0,0,0,0,0,0,0,0,0,5]");
        assertThat(told.getJsonArray("days"))
                .hasToString("[{\"day\":\"2026-11-21\",\"views\":2},{\"day\":\"2026-11-22\",\"views\":3}]");
        assertThat(json(course.get(teacher, PLOTS + "&zone=Europe/Berlin")).getJsonArray("days"))
                .hasToString("[{\"day\":\"2026-11-22\",\"views\":5}]");
        assertThat(course.platform.serviceRequests()).isEmpty();
    }

    @Test
    void tellsNothingOfFourPeopleToThoseWhoDoNotSeeNames() {
        course.engagement(4, COURSE);
        course.platform.service(request -> PracticeServices.answer(403, "{}"));
        assertThat(json(course.get(course.launch(withRoster(aTeachersLaunch())), PLOTS)))
                .hasToString("{\"state\":\"too-few\",\"fewest\":5}");
    }

    @Test
    void aRosterOfPeopleWithoutNamesShowsNoNames() {
        course.engagement(4, COURSE);
        course.platform.service(request ->
                PracticeServices.answer(200, "{\"members\":[{\"user_id\":\"student-1\",\"roles\":[\"Learner\"]}]}"));
        assertThat(json(course.get(course.launch(withRoster(aTeachersLaunch())), PLOTS)))
                .hasToString("{\"state\":\"too-few\",\"fewest\":5}");
    }

    @Test
    void tellsOfFewPeopleToThoseWhoSeeTheirNamesAnyway() {
        course.engagement(1, COURSE);
        course.roster("student-1,Sam Student,Learner");
        assertThat(json(course.get(course.launch(withRoster(aTeachersLaunch())), PLOTS))
                        .getInt("viewers"))
                .isOne();
    }

    @Test
    void tellsOfNoOtherCourse() {
        course.engagement(9, "practice/course/course-2");
        assertThat(json(course.get(course.launch(aTeachersLaunch()), PLOTS))).hasToString("{\"state\":\"nobody\"}");
    }

    @Test
    void refusesLearnersAndWhatMakesNoSense() {
        course.engagement(9, COURSE);
        assertThat(course.get(course.launch(aLaunch()), PLOTS).statusCode()).isEqualTo(403);
        Opened teacher = course.launch(aTeachersLaunch());
        assertThat(course.get(teacher, "/plots?media=nowhere").statusCode()).isEqualTo(404);
        assertThat(course.get(teacher, "/plots").statusCode()).isEqualTo(404);
        HttpResponse<String> nowhere = course.get(teacher, PLOTS + "&zone=Mars%2FOlympus%27--");
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).contains("viewing.zone_unknown");
        course.clock.pass(Duration.ofHours(9));
        assertThat(course.get(teacher, PLOTS).statusCode()).isEqualTo(401);
    }

    private static LaunchBuilder aTeachersLaunch() {
        return aLaunch().by(PracticeUser.teacher());
    }
}
