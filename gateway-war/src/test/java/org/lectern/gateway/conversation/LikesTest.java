package org.lectern.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.action.Liked;
import org.lectern.adapter.action.Unliked;
import org.lectern.gateway.session.LearnerSession.Role;

class LikesTest {

    private final PracticeConversation acme =
            new PracticeConversation(new ConversationSettings(Set.of("umbrella"), Set.of()));

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void countsEveryPersonOnceAndTellsEachChangeOnce() {
        var sam = acme.learner("sam");
        var ada = acme.learner("ada");
        assertThat(sam.likes("GET").body()).isEqualTo("{\"count\":0,\"mine\":false}");
        assertThat(sam.likes("PUT").body()).isEqualTo("{\"count\":1,\"mine\":true}");
        assertThat(sam.likes("PUT").body()).isEqualTo("{\"count\":1,\"mine\":true}");
        assertThat(ada.likes("GET").body()).isEqualTo("{\"count\":1,\"mine\":false}");
        assertThat(ada.likes("PUT").body()).isEqualTo("{\"count\":2,\"mine\":true}");
        assertThat(sam.likes("DELETE").body()).isEqualTo("{\"count\":1,\"mine\":false}");
        assertThat(sam.likes("DELETE").body()).isEqualTo("{\"count\":1,\"mine\":false}");
        assertThat(acme.told).hasSize(3);
        assertThat(acme.told.get(0))
                .isInstanceOfSatisfying(
                        Liked.class,
                        liked -> assertThat(liked.entry().id())
                                .hasToString("https://tool.example.edu/acme/media/t/intro"));
        assertThat(acme.told.get(2)).isInstanceOf(Unliked.class);
    }

    @Test
    void likesOfOneInstitutionAreNoneOfAnothers() {
        acme.learner("sam").likes("PUT");
        List<String> kept = acme.jdbi.withHandle(handle -> handle.createQuery("select tenant from video_like")
                .mapTo(String.class)
                .list());
        assertThat(kept).containsExactly("acme");
        var other = acme.person("umbrella", "sam", Role.LEARNER, "42").likes("GET");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).contains("likes.off");
    }

    @Test
    void refusesWhoHasNoSessionAndWhatIsNoVideo() {
        var sam = acme.learner("sam");
        assertThat(sam.send("PUT", "/../nothing/likes", null).statusCode()).isEqualTo(404);
        assertThat(acme.told).isEmpty();
    }
}
