package org.lectern.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.conversation.PracticeConversation.json;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.adapter.action.Commented;
import org.lectern.gateway.page.JsonBody;
import org.lectern.gateway.session.LearnerSession.Role;

class CommentsTest {

    private final PracticeConversation acme = new PracticeConversation(new ConversationSettings(Set.of(), Set.of()));

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void showsACourseWhatItsPeopleSaidTheLatestFirstAndAnswersInTheirOrder() {
        var sam = acme.learner("sam");
        var tina = acme.person("acme", "tina", Role.INSTRUCTOR, "42");
        String first = json(sam.says("What is a cell?")).getString("id");
        acme.clock.pass(Duration.ofSeconds(1));
        sam.says("And at 2:14?");
        tina.says(UUID.randomUUID(), "The smallest thing that lives.", first);
        acme.clock.pass(Duration.ofSeconds(1));
        sam.says(UUID.randomUUID(), "Thank you", first);
        JsonObject page = json(sam.comments());
        assertThat(page.getInt("count")).isEqualTo(4);
        assertThat(page.getBoolean("more")).isFalse();
        assertThat(page.getJsonArray("threads").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("text"))
                .containsExactly("And at 2:14?", "What is a cell?");
        assertThat(page.getJsonArray("answers").getValuesAs(JsonObject.class))
                .extracting(
                        one -> one.getString("text"), one -> one.getBoolean("teaching"), one -> one.getBoolean("you"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("The smallest thing that lives.", true, false),
                        org.assertj.core.groups.Tuple.tuple("Thank you", false, true));
        assertThat(acme.told).hasSize(4).allMatch(Commented.class::isInstance);
        assertThat(((Commented) acme.told.get(0)).text()).contains("What is a cell?");
    }

    @Test
    void aCommentSentTwiceIsKeptAndToldOnce() {
        var sam = acme.learner("sam");
        UUID id = UUID.randomUUID();
        assertThat(sam.says(id, "Hello", null).statusCode()).isEqualTo(201);
        assertThat(sam.says(id, "Hello", null).statusCode()).isEqualTo(201);
        assertThat(json(sam.comments()).getInt("count")).isEqualTo(1);
        assertThat(acme.told).hasSize(1);
        assertThat(acme.learner("eve").says(id, "Mine now", null).statusCode()).isEqualTo(409);
        assertThat(acme.person("umbrella", "eve", Role.LEARNER, "42")
                        .says(id, "Mine now", null)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void staysWithinItsCourseAndItsInstitution() {
        String id = json(acme.learner("sam").says("Secret of course 42")).getString("id");
        for (var stranger : new PracticeConversation.Person[] {
            acme.person("acme", "ada", Role.INSTRUCTOR, "43"), acme.person("umbrella", "sam", Role.INSTRUCTOR, "42")
        }) {
            assertThat(json(stranger.comments()).getInt("count")).isZero();
            assertThat(stranger.removes(id).statusCode()).isEqualTo(404);
            assertThat(stranger.says(UUID.randomUUID(), "I answer", id).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void onesOwnAndForTeachersAnyCanBeRemovedAndTheTextIsGone() {
        var sam = acme.learner("sam");
        var ada = acme.learner("ada");
        var tina = acme.person("acme", "tina", Role.INSTRUCTOR, "42");
        String mine = json(sam.says("Oops")).getString("id");
        String rude = json(ada.says("Rude")).getString("id");
        assertThat(ada.removes(mine).statusCode()).isEqualTo(403);
        assertThat(sam.removes(mine).statusCode()).isEqualTo(204);
        assertThat(sam.removes(mine).statusCode()).isEqualTo(204);
        assertThat(tina.removes(rude).statusCode()).isEqualTo(204);
        assertThat(json(sam.comments()).getJsonArray("threads")).isEmpty();
        List<String> left = acme.jdbi.withHandle(
                handle -> handle.createQuery("select body || ':' || removed_by from comment order by 1")
                        .mapTo(String.class)
                        .list());
        assertThat(left).containsExactly(":author", ":moderator");
    }

    @Test
    void aRemovedCommentKeepsItsPlaceWhileSomethingAnswersIt() {
        var sam = acme.learner("sam");
        String first = json(sam.says("Question")).getString("id");
        String answer = json(acme.learner("ada").says(UUID.randomUUID(), "Answer", first))
                .getString("id");
        sam.removes(first);
        JsonObject page = json(sam.comments());
        assertThat(page.getInt("count")).isEqualTo(1);
        JsonObject thread = page.getJsonArray("threads").getJsonObject(0);
        assertThat(thread.getString("text")).isEmpty();
        assertThat(thread.getString("removed")).isEqualTo("author");
        assertThat(sam.says(UUID.randomUUID(), "More", first).statusCode()).isEqualTo(404);
        acme.person("acme", "tina", Role.INSTRUCTOR, "42").removes(answer);
        assertThat(json(sam.comments()).getJsonArray("threads")).isEmpty();
    }

    @Test
    void showsPageAfterPageWithoutLosingOrRepeatingAny() {
        var sam = acme.learner("sam");
        Set<String> said = new java.util.HashSet<>();
        for (int i = 0; i < Comments.THREADS_A_PAGE + 5; i++) {
            said.add(json(sam.says("Comment " + i)).getString("id"));
            acme.clock.pass(Duration.ofSeconds(7));
        }
        Set<String> seen = new java.util.HashSet<>();
        Optional<String> before = Optional.empty();
        boolean more = true;
        while (more) {
            JsonObject page = json(sam.send(
                    "GET", "/comments" + before.map(id -> "?before=" + id).orElse(""), null));
            for (JsonObject one : page.getJsonArray("threads").getValuesAs(JsonObject.class)) {
                assertThat(seen.add(one.getString("id"))).isTrue();
                before = Optional.of(one.getString("id"));
            }
            more = page.getBoolean("more");
        }
        assertThat(seen).isEqualTo(said);
    }

    @Test
    void answersHaveNoAnswers() {
        var sam = acme.learner("sam");
        String first = json(sam.says("Question")).getString("id");
        String answer = json(sam.says(UUID.randomUUID(), "Answer", first)).getString("id");
        assertThat(sam.says(UUID.randomUUID(), "Deeper", answer).statusCode()).isEqualTo(422);
    }

    @Test
    void slowsDownWhoFloods() {
        var sam = acme.learner("sam");
        for (int i = 0; i < 10; i++) {
            assertThat(sam.says("Spam " + i).statusCode()).isEqualTo(201);
        }
        var refused = sam.says("Spam 10");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        assertThat(acme.learner("ada").says("Patient").statusCode()).isEqualTo(201);
        acme.clock.pass(Duration.ofSeconds(61));
        assertThat(sam.says("Later").statusCode()).isEqualTo(201);
    }

    @Test
    void keepsMarkupAndEveryAlphabetAsTextAndLeavesControlCharactersOut() {
        var sam = acme.learner("sam");
        String text = "<script>alert(1)</script> & \u202b\u0645\u0631\u062d\u0628\u0627 \ud83d\ude00\nline";
        assertThat(json(sam.says(" \u0000\u0007" + text + "\r\n ")).getString("text"))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                         | 400
            []                                                                         | 400
            {"id":"3b0a3b3e-58f6-4f6c-8c5b-3a1f0d1f9f60","text":5}                      | 400
            {"id":"3b0a3b3e-58f6-4f6c-8c5b-3a1f0d1f9f60","text":"  "}                   | 400
            {"id":"no uuid","text":"x"}                                                | 400
            {"text":"x"}                                                               | 400
            {"id":"3b0a3b3e-58f6-4f6c-8c5b-3a1f0d1f9f60","text":"x","parent":"y"}        | 400
            {"id":"3b0a3b3e-58f6-4f6c-8c5b-3a1f0d1f9f60","text":"x                       | 400
            """)
    void refusesWhatIsNoComment(String body, int status) {
        assertThat(acme.learner("sam").send("POST", "/comments", body).statusCode())
                .isEqualTo(status);
        assertThat(acme.told).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        var sam = acme.learner("sam");
        assertThat(sam.says("x".repeat(Draft.MOST_TEXT)).statusCode()).isEqualTo(201);
        assertThat(sam.says("x".repeat(Draft.MOST_TEXT + 1)).statusCode()).isEqualTo(413);
        assertThat(sam.says("x".repeat(JsonBody.LIMIT)).statusCode()).isEqualTo(413);
        assertThat(sam.send("POST", "/comments", "[".repeat(20_000)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void namesOnlyThoseWhoCommentedAndWantIt() {
        acme.roster.putAll(java.util.Map.of(
                "sam-0123456789ab", "Sam Student",
                "ada-0123456789ab", "Ada Able",
                "otto-123456789ab", "Otto Other"));
        var sam = acme.learner("sam-0123456789ab");
        sam.says("Hello");
        acme.learner("ada-0123456789ab").says("Hello");
        acme.jdbi.useTransaction(
                transaction -> acme.unnamed.wish(transaction, sam.session().tenant(), "ada-0123456789ab", true));
        assertThat(sam.send("GET", "/comments/people", null).body())
                .isEqualTo("{\"names\":{\"sam-01234567\":\"Sam Student\"}}");
    }

    @Test
    void saysNothingWhereTheInstitutionWantsNoComments() {
        try (PracticeConversation quiet =
                new PracticeConversation(new ConversationSettings(Set.of(), Set.of("acme")))) {
            var answer = quiet.learner("sam").says("Hello");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("comments.off");
        }
    }
}
