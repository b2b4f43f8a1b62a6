package org.lectern.lti.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.access.AccessTokens;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.access.ServiceFault;
import org.lectern.lti.access.ServiceRequest;
import org.lectern.lti.keys.ToolKeys;
import org.lectern.lti.practice.HandWoundClock;
import org.lectern.lti.practice.PracticeGradebook;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeServices;

class GradebookTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ToolKeys KEYS =
            ToolKeys.generate(HandWoundClock.started().instant(), RANDOM);
    private static final Set<String> ALL = Set.of(GradeScopes.LINE_ITEM, GradeScopes.SCORE, GradeScopes.RESULT_READ);

    private final HandWoundClock clock = HandWoundClock.started();
    private final PracticeServices platform = new PracticeServices();
    private final PracticeGradebook there =
            new PracticeGradebook("https://lms.example.edu/2", platform::scopes, Set.of("4", "5"));
    private final Gradebook gradebook = gradebook(ALL);
    private final URI items = URI.create(there.lineItems());

    @BeforeEach
    void connect() {
        platform.service(there);
    }

    @Test
    void postsAScoreBeforeTheQueryOfTheLineItemWithItsOwnMediaType() {
        URI item = URI.create(there.column("Lecture 1", "link-1"));
        assertThat(gradebook.post(item, score("4", 62, 0))).isEqualTo(ScoreAnswer.TAKEN);

        ServiceRequest sent = platform.serviceRequests().get(0);
        assertThat(sent.address())
                .isEqualTo(URI.create("https://lms.example.edu/2/lineitems/1/lineitem/scores?type_id=1"));
        assertThat(sent.headers())
                .containsEntry("Content-Type", "application/vnd.ims.lis.v1.score+json")
                .doesNotContainKey("Accept");
        assertThat(new String(sent.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"userId\":\"4\",\"timestamp\":\"2026-11-22T10:00:00Z\",\"activityProgress\":\"InProgress\","
                                + "\"gradingProgress\":\"FullyGraded\",\"scoreGiven\":62,\"scoreMaximum\":100}");
        assertThat(there.shown("4").orElseThrow().given()).isEqualByComparingTo("62");
    }

    @Test
    void asksForNothingButTheScopeOfScores() {
        gradebook.post(URI.create(there.column("Lecture 1", "link-1")), score("4", 1, 0));
        assertThat(PracticeServices.form(platform.tokenRequests().get(0))).containsEntry("scope", GradeScopes.SCORE);
    }

    @Test
    void takesARepetitionForWhatItIs() {
        URI item = URI.create(there.column("Lecture 1", "link-1"));
        gradebook.post(item, score("4", 10, 0));
        assertThat(gradebook.post(item, score("4", 10, 0))).isEqualTo(ScoreAnswer.ALREADY_THERE);
        assertThat(gradebook.post(item, score("4", 20, 1))).isEqualTo(ScoreAnswer.TAKEN);
        assertThat(there.posted()).hasSize(2);
    }

    @Test
    void knowsWhoGetsNoGrades() {
        URI item = URI.create(there.column("Lecture 1", "link-1"));
        assertThat(gradebook.post(item, score("teacher", 10, 0))).isEqualTo(ScoreAnswer.NOT_GRADABLE);
        there.mood(request -> Optional.of(PracticeServices.answer(422, "{}")));
        assertThat(gradebook.post(item, score("test-student", 10, 0))).isEqualTo(ScoreAnswer.NOT_GRADABLE);
    }

    @Test
    void noticesALineItemThatIsGone() {
        URI item = URI.create(there.column("Lecture 1", "link-1"));
        there.removeColumns();
        assertThat(gradebook.post(item, score("4", 10, 0))).isEqualTo(ScoreAnswer.LINE_ITEM_GONE);
    }

    @ParameterizedTest
    @CsvSource({
        "403, service.forbidden",
        "401, service.forbidden",
        "429, service.busy",
        "503, service.busy",
        "500, service.failed",
        "302, service.refused",
        "415, service.refused"
    })
    void namesEveryOtherAnswer(int status, String code) {
        URI item = URI.create(there.column("Lecture 1", "link-1"));
        there.mood(request ->
                Optional.of(new ServiceAnswer(status, Map.of("Retry-After", "7"), "<html>4 said".getBytes())));
        ServiceFailed failed = catchThrowableOfType(ServiceFailed.class, () -> gradebook.post(item, score("4", 10, 0)));
        assertThat(failed.fault().code()).isEqualTo(code);
        assertThat(failed).hasMessageNotContaining("said").hasMessageContaining("HTTP " + status);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void findsTheLineItemsOfALinkOverAllPages() {
        for (int i = 1; i <= 5; i++) {
            there.column("Lecture " + i, i % 2 == 0 ? "even" : "odd");
        }
        there.pagesOf(2);
        assertThat(gradebook.find(items, Gradebook.Filter.link("odd")))
                .extracting(LineItem::label)
                .containsExactly("Lecture 1", "Lecture 3", "Lecture 5");
        assertThat(gradebook.find(items, Gradebook.Filter.ALL)).hasSize(5);
    }

    @Test
    void sortsOutWhatAPlatformThatIgnoresFiltersAnswers() {
        there.mood(request -> Optional.of(PracticeServices.answer(
                200,
                "[{\"id\":\"https://lms.example.edu/1\",\"label\":\"a\",\"scoreMaximum\":1},"
                        + "{\"id\":\"https://lms.example.edu/2\",\"label\":\"b\",\"scoreMaximum\":\"10\",\"resourceLinkId\":\"link-1\"},"
                        + "{\"label\":\"c\"},7,null]")));
        assertThat(gradebook.find(items, Gradebook.Filter.link("link-1")))
                .extracting(LineItem::label)
                .containsExactly("b");
        assertThat(gradebook.find(items, Gradebook.Filter.resource("x"))).isEmpty();
        assertThat(gradebook.find(items, Gradebook.Filter.ALL)).hasSize(2);
    }

    @Test
    void readsLineItemsWithTheReadingScopeWhereThatIsGranted() {
        gradebook(Set.of(GradeScopes.LINE_ITEM, GradeScopes.LINE_ITEM_READ)).find(items, Gradebook.Filter.ALL);
        assertThat(PracticeServices.form(platform.tokenRequests().get(0)))
                .containsEntry("scope", GradeScopes.LINE_ITEM_READ);
        gradebook.find(items, Gradebook.Filter.ALL);
        assertThat(PracticeServices.form(platform.tokenRequests().get(1)))
                .containsEntry("scope", GradeScopes.LINE_ITEM);
    }

    @Test
    void makesALineItemAndDeletesIt() {
        LineItem made = gradebook.create(
                items,
                LineItem.of("Lecture 9", BigDecimal.valueOf(100))
                        .forLink("link-9")
                        .forResource("intro")
                        .tagged("lectern"));
        assertThat(made.id()).isPresent();
        assertThat(made.resourceLinkId()).contains("link-9");
        assertThat(gradebook.find(items, Gradebook.Filter.link("link-9"))).hasSize(1);
        gradebook.delete(made.id().orElseThrow());
        gradebook.delete(made.id().orElseThrow());
        assertThat(there.columns()).isZero();
    }

    @Test
    void readsResultsBackOverAllPagesOrForOneLearner() {
        URI item = URI.create(there.column("Lecture 1", "link-1"));
        gradebook.post(item, score("4", 62, 0));
        gradebook.post(item, score("5", 80, 0));
        there.pagesOf(1);
        assertThat(gradebook.results(item, Optional.empty()))
                .extracting(Result::userId)
                .containsExactly("4", "5");
        assertThat(gradebook.results(item, Optional.of("5")).get(0).score().orElseThrow())
                .isEqualByComparingTo("80");
    }

    @Test
    void readsRowsThatHaveNoGradeYet() {
        URI item = URI.create(there.column("Lecture 1", "link-1"));
        there.mood(request -> Optional.of(PracticeServices.answer(
                200, "[{\"id\":\"x\",\"userId\":\"4\"},{\"resultScore\":3},{\"userId\":7,\"resultScore\":1e300}]")));
        assertThat(gradebook.results(item, Optional.empty()))
                .containsExactly(
                        new Result("4", Optional.empty(), Optional.empty(), Optional.empty()),
                        new Result("7", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>signed in?</html>", "{\"items\":[]}", "null"})
    void refusesListsThatAreNone(String body) {
        there.mood(request -> Optional.of(PracticeServices.answer(200, body)));
        ServiceFailed failed =
                catchThrowableOfType(ServiceFailed.class, () -> gradebook.results(items, Optional.empty()));
        assertThat(failed.fault()).isEqualTo(ServiceFault.SERVICE_UNUSABLE);
    }

    @Test
    void givesUpOnAListWithoutEnd() {
        there.mood(request -> {
            String more = "<" + request.address() + "&x=1>; rel=\"next\"";
            return Optional.of(new ServiceAnswer(200, Map.of("Link", more), "[]".getBytes()));
        });
        ServiceFailed failed =
                catchThrowableOfType(ServiceFailed.class, () -> gradebook.find(items, Gradebook.Filter.ALL));
        assertThat(failed.detail()).contains("without end");
    }

    @Test
    void getsANewTokenWhenThePlatformForgotTheOldOne() {
        URI item = URI.create(there.column("Lecture 1", "link-1"));
        gradebook.post(item, score("4", 10, 0));
        platform.revokeTokens();
        assertThat(gradebook.post(item, score("4", 20, 1))).isEqualTo(ScoreAnswer.TAKEN);
    }

    private Gradebook gradebook(Set<String> granted) {
        return new Gradebook(
                new PlatformServices(platform, new AccessTokens(platform, KEYS::sign, clock, RANDOM)),
                clock,
                PracticePlatform.practice().registration(),
                granted,
                Duration.ofSeconds(5));
    }

    private static Score score(String user, int given, int secondsLater) {
        return Score.graded(
                user,
                new Score.Points(BigDecimal.valueOf(given), BigDecimal.valueOf(100)),
                ActivityProgress.IN_PROGRESS,
                Instant.parse("2026-11-22T10:00:00.999Z").plusSeconds(secondsLater));
    }
}
