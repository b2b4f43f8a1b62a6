package org.lectern.gateway.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.studio.PracticeStudio.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.CollaboratorAdded;
import org.lectern.adapter.action.Published;
import org.lectern.adapter.action.Unlisted;
import org.lectern.gateway.library.NewVideo;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.LearnerSession.Role;

class StudioTest {

    private final PracticeStudio studio = new PracticeStudio();
    private final PracticeStudio.Person teacher = studio.person(GivenSession.ofTeacher("teacher-1"));
    private final PracticeStudio.Person colleague = studio.person(GivenSession.ofTeacher("teacher-2"));
    private final PracticeStudio.Person sam = studio.person(GivenSession.ofSam());
    private final PracticeStudio.Person administrator =
            studio.person(GivenSession.of("admin", Role.ADMINISTRATOR, "course-9"));
    private final Video video = studio.acme.add(teacher.session, "Cells");

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void changesWhatIsSaidAndKeepsMarkupAsText() {
        JsonObject changed = json(send(teacher, "PATCH", "", """
                {"title":"<script>alert(1)</script>","tags":["a","b"],"language":"de","description":"<img onerror=x>"}
                """));
        assertThat(changed.getString("title")).isEqualTo("<script>alert(1)</script>");
        assertThat(changed.getString("description")).isEqualTo("<img onerror=x>");
        assertThat(changed.getString("language")).isEqualTo("de");
        JsonObject kept = json(send(teacher, "PATCH", "", "{\"language\":null}"));
        assertThat(kept.getString("title")).isEqualTo("<script>alert(1)</script>");
        assertThat(kept.containsKey("language")).isFalse();
        assertThat(kept.getJsonArray("tags")).hasSize(2);
    }

    @Test
    void saysWhichVideoIsALiveStream() {
        Video live = studio.acme.add(
                teacher.session,
                new NewVideo(
                        "Now",
                        new Source.Address(URI.create("https://cdn.example.net/now.m3u8"), true),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(json(teacher.send("GET", "/api/v1/videos/" + live.id(), "")).getBoolean("live"))
                .isTrue();
        assertThat(json(send(teacher, "GET", "", "")).containsKey("live")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"\"}|422|video.title_missing",
                "{\"title\":1}|400|studio.malformed",
                "{\"tags\":\"a\"}|400|studio.malformed",
                "{\"title\":\"a\",\"title\":\"b\"}|400|studio.malformed",
                "[]|400|studio.malformed",
                "{|400|studio.malformed",
                "{\"language\":\"klingon language\"}|422|video.language_unknown"
            })
    void namesWhatIsWrong(String body, int status, String code) {
        HttpResponse<String> answer = send(teacher, "PATCH", "", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).getString("title")).isEqualTo(code);
    }

    @Test
    void refusesABodyThatIsTooLargeOrTooDeep() {
        HttpResponse<String> answer = send(teacher, "PATCH", "", "{\"title\":\"" + "x".repeat(200_000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(send(teacher, "PATCH", "", "{\"title\":\"" + "x".repeat(301) + "\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(teacher, "PATCH", "", "[".repeat(20_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void tellsOfPublishingOnceAndWhere() {
        JsonObject published = json(send(teacher, "PUT", "/state", "{\"state\":\"published\"}"));
        assertThat(published.getJsonArray("channels").getJsonObject(0).getString("title"))
                .isEqualTo("Biology 101");
        send(teacher, "PUT", "/state", "{\"state\":\"published\"}");
        assertThat(studio.told).singleElement().isInstanceOfSatisfying(Published.class, told -> {
            assertThat(told.channel().orElseThrow().id())
                    .hasToString("https://tool.example.edu/acme/default/channels/view/channelid/1663276392741955");
            assertThat(told.entry().title()).isEqualTo("Cells");
        });
        assertThat(titles(sam.get("/api/v1/library"))).containsExactly("Introduction", "Cells");
        send(teacher, "PUT", "/state", "{\"state\":\"unlisted\"}");
        assertThat(studio.told).last().isInstanceOf(Unlisted.class);
        assertThat(titles(sam.get("/api/v1/library"))).containsExactly("Introduction");
    }

    @Test
    void tellsNothingOfAChangeThatFails() {
        HttpResponse<String> answer = send(colleague, "PUT", "/state", "{\"state\":\"published\"}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(studio.told).isEmpty();
    }

    @Test
    void makesWhoeverEntersACodeCoEditorOnce() {
        String code = json(send(teacher, "POST", "/invitations", null)).getString("code");
        assertThat(accept(sam, code).statusCode()).isEqualTo(403);
        assertThat(accept(teacher, code).statusCode()).isEqualTo(409);
        assertThat(accept(colleague, code.toLowerCase() + " ").statusCode()).isEqualTo(200);
        assertThat(studio.told).singleElement().isInstanceOfSatisfying(CollaboratorAdded.class, told -> {
            assertThat(told.context().actor()).isEqualTo(colleague.session.actor());
            assertThat(told.grantedBy()).isEqualTo(teacher.session.actor());
        });
        assertThat(accept(administrator, code).statusCode()).isEqualTo(404);
        assertThat(titles(colleague.get("/api/v1/library?among=mine"))).containsExactly("Cells");
        JsonObject editor =
                json(colleague.get(path(""))).getJsonArray("editors").getJsonObject(0);
        assertThat(editor.getBoolean("you")).isTrue();
        assertThat(send(teacher, "DELETE", "/editors/" + editor.getString("key"), null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(colleague.get(path("")).statusCode()).isEqualTo(404);
    }

    @Test
    void letsACodeRunOut() {
        String code = json(send(teacher, "POST", "/invitations", null)).getString("code");
        studio.acme.clock.pass(Duration.ofDays(7));
        PracticeStudio.Person later = studio.person(GivenSession.ofTeacher("teacher-3"));
        studio.acme.jdbi.useHandle(handle ->
                handle.execute("update learner_session set expires = '9999-01-01', facts_until = '9999-01-01'"));
        HttpResponse<String> answer = accept(later, code);
        assertThat(json(answer).getString("title")).isEqualTo("studio.code_unknown");
    }

    @Test
    void hasADeletedVideoBack() {
        assertThat(json(send(teacher, "DELETE", "", null)).containsKey("until")).isTrue();
        assertThat(titles(teacher.get("/api/v1/library?among=mine"))).isEmpty();
        assertThat(titles(teacher.get("/api/v1/library?among=deleted"))).containsExactly("Cells");
        assertThat(send(teacher, "PATCH", "", "{\"title\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(send(colleague, "POST", "/restored", null).statusCode()).isEqualTo(404);
        assertThat(json(send(teacher, "POST", "/restored", null)).containsKey("until"))
                .isFalse();
        assertThat(titles(teacher.get("/api/v1/library?among=mine"))).containsExactly("Cells");
    }

    @Test
    void arrangesTheCoursesChannelsButNotTheInstitutions() {
        JsonObject made = json(teacher.send("POST", "/api/v1/channels", "{\"title\":\"Week 1\"}"));
        String week = channel(made, "Week 1");
        send(teacher, "PUT", "/state", "{\"state\":\"published\"}");
        assertThat(teacher.send("PUT", "/api/v1/channels/" + week + "/videos/" + video.id(), "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(studio.told)
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        Published.class,
                        told -> assertThat(told.channel().orElseThrow().title()).isEqualTo("Week 1"));
        assertThat(titles(sam.get("/api/v1/library?channel=" + week))).containsExactly("Cells");
        assertThat(titles(administrator.get("/api/v1/library?channel=" + week))).isEmpty();
        assertThat(administrator
                        .send("DELETE", "/api/v1/channels/" + week, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(teacher.send("POST", "/api/v1/channels", "{\"title\":\"x\",\"reach\":\"institution\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(sam.send("PATCH", "/api/v1/channels/" + week, "{\"title\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(teacher.send("PATCH", "/api/v1/channels/" + channel(made, "Biology 101"), "{\"title\":\"x\"}")
                        .statusCode())
                .isEqualTo(409);
        teacher.send("PATCH", "/api/v1/channels/" + week, "{\"title\":\"Week one\"}");
        JsonObject other = json(teacher.send("POST", "/api/v1/channels", "{\"title\":\"Week 2\"}"));
        teacher.send(
                "PUT", "/api/v1/channels/order", "{\"ids\":[\"" + channel(other, "Week 2") + "\",\"" + week + "\"]}");
        assertThat(names(sam.get("/api/v1/channels")))
                .containsExactly("Biology 101", "Week 2", "Week one", "University of acme");
        teacher.send("DELETE", "/api/v1/channels/" + week, null);
        assertThat(names(sam.get("/api/v1/channels"))).doesNotContain("Week one");
    }

    @Test
    void tellsThatAChannelWasOpened() {
        JsonObject all = json(sam.get("/api/v1/channels"));
        assertThat(sam.send("POST", "/api/v1/channels/" + channel(all, "Biology 101") + "/visits", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(studio.told)
                .singleElement()
                .isInstanceOfSatisfying(
                        CategoryViewed.class,
                        told -> assertThat(told.category().title()).isEqualTo("Biology 101"));
        assertThat(sam.send("POST", "/api/v1/channels/1/visits", null).statusCode())
                .isEqualTo(404);
        assertThat(sam.send("POST", "/api/v1/channels/x/visits", null).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"among=everybody", "channel=x", "after=x", "after=n1", "size=x", "after=n99999999999999999999.a"})
    void namesWhatIsWrongWithAQuestion(String query) {
        HttpResponse<String> answer = sam.get("/api/v1/library?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).getString("title")).isEqualTo("library.malformed");
    }

    @Test
    void opensForThoseWhoTeachAndShowsOthersTheirPage() {
        assertThat(teacher.open(video.id()).body())
                .contains("\"page\":\"studio\"")
                .contains(video.id());
        assertThat(sam.open("").body()).contains("\"page\":\"gallery\"");
    }

    private HttpResponse<String> send(PracticeStudio.Person by, String method, String path, String body) {
        return by.send(method, path(path), body);
    }

    private String path(String rest) {
        return "/api/v1/videos/" + video.id() + rest;
    }

    private static HttpResponse<String> accept(PracticeStudio.Person by, String code) {
        return by.send("POST", "/api/v1/invitations", "{\"code\":\"" + code + "\"}");
    }

    private static List<String> titles(HttpResponse<String> answer) {
        return json(answer).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("title"))
                .toList();
    }

    private static List<String> names(HttpResponse<String> answer) {
        return json(answer).getJsonArray("channels").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("title"))
                .toList();
    }

    private static String channel(JsonObject answer, String title) {
        Optional<JsonObject> found = answer.getJsonArray("channels").getValuesAs(JsonObject.class).stream()
                .filter(channel -> channel.getString("title").equals(title))
                .findFirst();
        return ((JsonString) found.orElseThrow().get("id")).getString();
    }
}
