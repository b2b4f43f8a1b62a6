package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.gateway.caption.CaptionFile;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.session.SessionFilter;
import org.lectern.gateway.session.SessionToken;

class TracksTest {

    private static final String SUB_RIP =
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n<script>alert(1)</script> & <b>bold</b>\r\n";

    private final PracticeLibrary acme = new PracticeLibrary();
    private final GivenTenants tenants = GivenTenants.of(acme.tenant, acme.other);
    private final JdbcSessions sessions = new JdbcSessions(acme.jdbi, acme.clock);
    private final LearnerSession teacher = GivenSession.ofTeacher("teacher-1");
    private final Video video = acme.add(teacher, "Cells");
    private PracticeServer server;
    private SessionToken owner;
    private SessionToken colleague;
    private SessionToken learner;

    @BeforeEach
    void open() {
        server = new PracticeServer(
                new SessionFilter(new BearerTokens(sessions, tenants, acme.clock)),
                new TracksResource(acme.jdbi, acme.rights, acme.tracks, acme.links),
                new TrackFiles(tenants, acme.library, acme.tracks, acme.links));
        owner = token(teacher);
        colleague = token(GivenSession.ofTeacher("teacher-2"));
        learner = token(GivenSession.ofSam());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsSubRipAsCleanWebVttAndServesItToWhoeverHasTheLink() {
        JsonObject put = json(put(owner, "captions/EN-gb", SUB_RIP));
        assertThat(put.getString("language")).isEqualTo("en-GB");
        assertThat(put.getString("label")).isEqualTo("English (United Kingdom)");
        HttpResponse<String> file = server.get(put.getString("href"));
        assertThat(file.body()).isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nalert(1) &amp; <b>bold</b>\n");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/vtt;charset=utf-8");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(server.send(server.request(put.getString("href")).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void putsAnotherInThePlaceOfTheOneOfItsKindAndLanguage() {
        put(owner, "captions/en", SUB_RIP);
        put(owner, "captions/de", SUB_RIP);
        put(owner, "chapters/en", "WEBVTT\n\n00:00.000 --> 00:30.000\nOne\n\n00:10.000 --> 00:40.000\nTwo\n");
        String first =
                server.get(href("captions", "en")).headers().firstValue("ETag").orElseThrow();
        acme.clock.pass(Duration.ofSeconds(1));
        put(owner, "captions/en", "WEBVTT\n\n00:00.000 --> 00:30.000\nanother\n\n00:40.000 --> 00:50.000\ntwo");
        assertThat(acme.library.tracks(acme.tenant, video))
                .containsExactly(
                        new TextTrack(TextTrack.Kind.CAPTIONS, "de"),
                        new TextTrack(TextTrack.Kind.CAPTIONS, "en"),
                        new TextTrack(TextTrack.Kind.CHAPTERS, "en"));
        HttpResponse<String> now = server.get(href("captions", "en"));
        assertThat(now.body()).contains("another");
        assertThat(now.headers().firstValue("ETag")).isNotEqualTo(java.util.Optional.of(first));
        assertThat(server.get(href("chapters", "en")).body()).contains("00:00:00.000 --> 00:00:10.000\nOne\n");
    }

    @Test
    void removesOne() {
        put(owner, "captions/en", SUB_RIP);
        String link = href("captions", "en");
        assertThat(send(owner, "captions/en", HttpRequest.newBuilder().DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(send(owner, "captions/en", HttpRequest.newBuilder().DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.get(link).statusCode()).isEqualTo(404);
        assertThat(listed()).isEmpty();
    }

    @Test
    void isForThoseWhoMayChangeTheVideo() {
        assertThat(put(learner, "captions/en", SUB_RIP).statusCode()).isEqualTo(404);
        assertThat(put(colleague, "captions/en", SUB_RIP).statusCode()).isEqualTo(404);
        acme.show(video, Video.State.PUBLISHED);
        assertThat(put(learner, "captions/en", SUB_RIP).body()).contains("media.not_yours");
        assertThat(send(colleague, "captions/en", HttpRequest.newBuilder().DELETE())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(learner, "", HttpRequest.newBuilder().GET()).statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/v1/media/" + video.id() + "/tracks").statusCode())
                .isEqualTo(401);
        assertThat(send(owner, "intro", "captions/en", SUB_RIP).statusCode())
                .as("declared by file")
                .isEqualTo(404);
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "subtitles/en, 404, tracks.kind_unknown",
        "captions/english-language-of-all-the-world-x, 422, tracks.language",
        "captions/e, 422, tracks.language",
        "captions/de-abcdefghi, 422, tracks.language",
        "captions/..%2f..%2fx, 422, tracks.language"
    })
    void refusesKindsAndLanguagesThatAreNone(String path, int status, String code) {
        HttpResponse<String> answer = put(owner, path, SUB_RIP);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void refusesWhatIsNoCaptionsWithTheReason() {
        assertThat(put(owner, "captions/en", "<svg onload=alert(1)>").body()).contains("captions.format");
        HttpResponse<String> backwards = put(owner, "captions/en", "WEBVTT\n\n00:05.000 --> 00:01.000\nx\n");
        assertThat(backwards.statusCode()).isEqualTo(422);
        assertThat(backwards.body()).contains("captions.timing", "Line 3");
        HttpResponse<String> large = put(owner, "captions/en", "x".repeat(CaptionFile.MOST_BYTES + 1));
        assertThat(large.statusCode()).isEqualTo(413);
        HttpResponse<String> packed = send(
                owner,
                "captions/en",
                HttpRequest.newBuilder()
                        .header("Content-Encoding", "gzip")
                        .PUT(HttpRequest.BodyPublishers.ofString("x")));
        assertThat(packed.statusCode()).isEqualTo(415);
    }

    @Test
    void takesOnlySoMany() {
        for (int i = 0; i < TextTracks.MOST; i++) {
            assertThat(put(owner, "captions/x" + (char) ('a' + i % 26) + (char) ('a' + i / 26), SUB_RIP)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(put(owner, "captions/en", SUB_RIP).body()).contains("tracks.too_many");
        assertThat(put(owner, "captions/xaa", SUB_RIP).statusCode()).isEqualTo(200);
    }

    @Test
    void servesNothingWithoutItsLink() {
        put(owner, "captions/en", SUB_RIP);
        String link = href("captions", "en");
        assertThat(server.get(link.replace("signature=", "signature=0")).statusCode())
                .isEqualTo(403);
        assertThat(server.get(link.replace("/acme/", "/umbrella/")).statusCode())
                .isEqualTo(403);
        acme.clock.pass(Duration.ofHours(9));
        assertThat(server.get(link).body()).contains("media.link_expired");
    }

    private HttpResponse<String> put(SessionToken by, String path, String body) {
        return send(by, video.id(), path, body);
    }

    private HttpResponse<String> send(SessionToken by, String media, String path, String body) {
        return server.send(server.request("/api/v1/media/" + media + "/tracks/" + path)
                .header("Authorization", "Bearer " + by.value())
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(SessionToken by, String path, HttpRequest.Builder request) {
        String address = server.request("/api/v1/media/" + video.id() + "/tracks" + (path.isEmpty() ? "" : "/" + path))
                .build()
                .uri()
                .toString();
        return server.send(request.uri(java.net.URI.create(address)).header("Authorization", "Bearer " + by.value()));
    }

    private List<JsonObject> listed() {
        return json(send(owner, "", HttpRequest.newBuilder().GET()))
                .getJsonArray("tracks")
                .getValuesAs(JsonObject.class);
    }

    private String href(String kind, String language) {
        return listed().stream()
                .filter(one -> one.getString("kind").equals(kind)
                        && one.getString("language").equals(language))
                .findFirst()
                .orElseThrow()
                .getString("href");
    }

    private SessionToken token(LearnerSession session) {
        SessionToken token = SessionToken.fresh(new SecureRandom());
        LearnerSession now = session.until(
                acme.clock.instant().plus(Duration.ofHours(8)),
                acme.clock.instant().plus(Duration.ofHours(9)));
        acme.jdbi.useTransaction(transaction -> sessions.open(transaction, now, token));
        return token;
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
