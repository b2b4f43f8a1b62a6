package org.lectern.gateway.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.viewing.PracticeCourse.json;
import static org.lectern.gateway.viewing.PracticeCourse.withRoster;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.viewing.PracticeCourse.Opened;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticeUser;

/** Submission review: the page of one learner's viewing, for those who teach and for that learner. */
class ReviewTest {

    private final PracticeCourse course = new PracticeCourse();

    @AfterEach
    void close() {
        course.close();
    }

    @Test
    void opensTheLearnersViewingForATeacher() {
        course.attempt("student-1", "intro", "0.000[.]124.300", true);
        course.attempt("student-1", "outro", "0.000[.]10.000", false);
        Opened teacher = course.launch(
                aReview(Map.of("user_id", "student-1", "name", "Sam Student")).by(PracticeUser.teacher()));
        assertThat(course.review(teacher))
                .contains("\"page\":\"review\"", "\"name\":\"Sam Student\"", "\"renew\":\"/viewing/of/acme\"");
        JsonObject review = json(course.get(teacher, "/review"));
        assertThat(review.getBoolean("own")).isFalse();
        assertThat(review.getJsonArray("items")).hasSize(1);
        JsonObject item = review.getJsonArray("items").getJsonObject(0);
        assertThat(item.getJsonObject("media").getString("title")).isEqualTo("Introduction");
        assertThat(item.getJsonObject("seen").getBoolean("completed")).isTrue();
    }

    @Test
    void makesNothingOfTheReviewedLearner() {
        Opened teacher = course.launch(aReview(Map.of("user_id", "student-1")).by(PracticeUser.teacher()));
        course.review(teacher);
        course.get(teacher, "/review");
        assertThat(course.count("attempt")).isZero();
        assertThat(course.count("playback")).isZero();
        assertThat(course.told).isEmpty();
        assertThat(course.everything("review")).doesNotContain("student-1");
    }

    @Test
    void showsAllVideosOfTheCourseWhereTheLinkNamesNone() {
        course.attempt("student-1", "intro", "0.000[.]124.300", true);
        course.attempt("student-1", "outro", "0.000[.]10.000", false);
        course.attempt("student-2", "outro", "0.000[.]10.000", false);
        Opened teacher = course.launch(aReview(Map.of("user_id", "student-1"))
                .by(PracticeUser.teacher())
                .withoutLti("custom"));
        assertThat(json(course.get(teacher, "/review")).getJsonArray("items")).hasSize(2);
    }

    @Test
    void showsALearnerWhoHasNotWatched() {
        Opened teacher = course.launch(aReview(Map.of("user_id", "nobody")).by(PracticeUser.teacher()));
        JsonObject item =
                json(course.get(teacher, "/review")).getJsonArray("items").getJsonObject(0);
        assertThat(item.containsKey("seen")).isFalse();
        assertThat(item.getJsonObject("media").getString("id")).isEqualTo("intro");
    }

    @Test
    void asksTheRosterForTheNameSinceNoneIsKept() {
        course.roster("student-1,Sam Student,Learner");
        Opened teacher =
                course.launch(withRoster(aReview(Map.of("user_id", "student-1")).by(PracticeUser.teacher())));
        assertThat(course.review(teacher)).doesNotContain("Sam Student");
        assertThat(json(course.get(teacher, "/review")).getString("name")).isEqualTo("Sam Student");
    }

    @Test
    void staysAReviewWhenThePageIsReloaded() {
        Opened teacher = course.launch(
                aReview(Map.of("user_id", "student-1", "name", "Sam Student")).by(PracticeUser.teacher()));
        assertThat(course.open(teacher, "intro").body())
                .contains("\"page\":\"review\"")
                .doesNotContain("Sam Student");
    }

    @Test
    void showsALearnerTheirOwnViewingAndNobodyElses() {
        course.attempt("student-1", "intro", "0.000[.]124.300", true);
        Opened own = course.launch(aReview(Map.of("user_id", "student-1")));
        assertThat(course.review(own)).contains("\"page\":\"review\"");
        assertThat(json(course.get(own, "/review")).getBoolean("own")).isTrue();
        Opened curious = course.launch(aReview(Map.of("user_id", "student-2", "name", "Ada Able")));
        assertThat(course.review(curious))
                .contains("This page is for those who teach")
                .doesNotContain("Ada");
        assertThat(course.get(curious, "/review").statusCode()).isEqualTo(404);
    }

    @Test
    void saysSoWhenThePlatformNamesNobody() {
        Opened teacher = course.launch(aReview(Map.of()).withoutLti("for_user").by(PracticeUser.teacher()));
        assertThat(course.review(teacher)).contains("Whose viewing should be shown?");
        assertThat(course.get(teacher, "/review").statusCode()).isEqualTo(404);
        Opened odd = course.launch(aReview(Map.of("user_id", "x".repeat(300))).by(PracticeUser.teacher()));
        assertThat(course.review(odd)).contains("Whose viewing should be shown?");
    }

    @Test
    void isNoReviewWithoutTheMessage() {
        Opened teacher =
                course.launch(aLaunch().by(PracticeUser.teacher()).withLti("for_user", Map.of("user_id", "student-1")));
        assertThat(course.get(teacher, "/review").statusCode()).isEqualTo(404);
    }

    private static LaunchBuilder aReview(Map<String, Object> person) {
        return aLaunch().withLti("message_type", "LtiSubmissionReviewRequest").withLti("for_user", person);
    }
}
