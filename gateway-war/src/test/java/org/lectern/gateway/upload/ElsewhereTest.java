package org.lectern.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.adapter.action.CaptureApplication;
import org.lectern.adapter.action.CaptureLaunched;
import org.lectern.adapter.action.Uploaded;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.storage.GivenStore;

/** Videos that stay where they are, and launches of applications that record. */
class ElsewhereTest {

    @TempDir
    private Path folder;

    private PracticeUploads uploads;

    @BeforeEach
    void open() {
        uploads = new PracticeUploads(
                GivenStore.in(folder),
                "lectern.tenants=acme",
                "lectern.tenant.acme.capture.url=lecture-capture://open?campus=1",
                "lectern.tenant.acme.capture.name=Campus Capture",
                "lectern.tenant.acme.capture.kind=capture-space");
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void addsAnAddressAndTellsIt() {
        Video video = added("kind=address&title=Cells&url=" + encoded("https://cdn.example.net/cells.m3u8?v=1"));
        assertThat(video.source()).isEqualTo(new Source.Address(URI.create("https://cdn.example.net/cells.m3u8?v=1")));
        assertThat(video.title()).isEqualTo("Cells");
        assertThat(video.state()).isEqualTo(Video.State.PRIVATE);
        assertThat(uploads.told).singleElement().isInstanceOf(Uploaded.class);
    }

    @Test
    void addsLiveStreamsAsSuch() {
        String address = "https://cdn.example.net/now.m3u8";
        assertThat(added("kind=address&title=Now&live=true&url=" + encoded(address))
                        .source())
                .isEqualTo(new Source.Address(URI.create(address), true));
        assertThat(added("kind=address&title=Then&live=false&url=" + encoded(address))
                        .source()
                        .isLive())
                .isFalse();
        assertThat(added("kind=kaltura&title=K&live=true&partner=1091&uiconf=15088771&entry=0_wifqaipd")
                        .source()
                        .isLive())
                .isTrue();
        HttpResponse<String> refused =
                post(PracticeUploads.TEACHER, "kind=address&title=Now&live=perhaps&url=" + encoded(address));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("upload.live");
    }

    @Test
    void addsVideosOfOthersPlayers() {
        assertThat(added("kind=brightcove&title=B&account=1752604059001&player=default&video=5550679964001")
                        .source())
                .isEqualTo(new Source.Embedded(
                        Source.ForeignPlayer.BRIGHTCOVE,
                        Map.of("account", "1752604059001", "player", "default", "video", "5550679964001")));
        assertThat(added("kind=kaltura&title=K&partner=1091&uiconf=15088771&entry=0_wifqaipd")
                        .source())
                .isEqualTo(new Source.Embedded(
                        Source.ForeignPlayer.KALTURA,
                        Map.of("partner", "1091", "uiconf", "15088771", "entry", "0_wifqaipd")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn.example.net/a.mp4", "javascript:alert(1)//.mp4", "data:video/mp4;base64,AAAA.mp4",
                        "file:///etc/a.mp4",
                "//cdn.example.net/a.mp4", "https://user:secret@cdn.example.net/a.mp4", "https:///a.mp4", "nonsense",
                "https://cdn.example.net/page.html", "https://cdn.example.net/", "https://cdn.example.net/a.mp4#x", ""
            })
    void refusesAddressesThatAreNoVideos(String address) {
        HttpResponse<String> refused =
                post(PracticeUploads.TEACHER, "kind=address&title=Cells&url=" + encoded(address));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("upload.address");
        assertThat(uploads.told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=brightcove&account=1&player=../x&video=5",
                "kind=brightcove&account=&player=default&video=5",
                "kind=brightcove&account=1&player=default&video=%3Cscript%3E",
                "kind=kaltura&partner=1&uiconf=1&entry=0_%22%3E%3Cx",
                "kind=kaltura&partner=x&uiconf=1&entry=0_abcdefgh",
                "kind=vimeo&id=1",
                ""
            })
    void refusesIdsThatAreNone(String form) {
        HttpResponse<String> refused = post(PracticeUploads.TEACHER, form + "&title=Cells");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(uploads.told).isEmpty();
    }

    @Test
    void refusesAVideoWithoutATitleAndThoseWhoMayNot() {
        assertThat(post(PracticeUploads.TEACHER, "kind=address&title=&url=" + encoded("https://cdn.example.net/a.mp4"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(PracticeUploads.LEARNER, "kind=address&title=x&url=" + encoded("https://cdn.example.net/a.mp4"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsThatSomebodyOpensAnApplicationToRecord() {
        assertThat(launch(PracticeUploads.TEACHER, "recorder")).isEqualTo(204);
        assertThat(launch(PracticeUploads.TEACHER, "capture")).isEqualTo(204);
        assertThat(launch(PracticeUploads.TEACHER, "another")).isEqualTo(404);
        assertThat(launch(PracticeUploads.LEARNER, "recorder")).isEqualTo(403);
        assertThat(uploads.told)
                .map(action -> ((CaptureLaunched) action).application())
                .containsExactly(
                        new CaptureApplication(
                                URI.create("https://tool.example.edu/acme/apps/recorder"),
                                "Recorder",
                                CaptureApplication.Kind.KALTURA_CAPTURE),
                        new CaptureApplication(
                                URI.create("https://tool.example.edu/acme/apps/capture"),
                                "Campus Capture",
                                CaptureApplication.Kind.CAPTURE_SPACE));
    }

    private int launch(LearnerSession session, String application) {
        return uploads.send(uploads.as(session, "capture/" + application).POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private Video added(String form) {
        HttpResponse<String> added = post(PracticeUploads.TEACHER, form);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return uploads.acme
                .library
                .find(uploads.acme.tenant, added.body().replaceAll("\\{\"media\":\"(\\w+)\"}", "$1"))
                .orElseThrow();
    }

    private HttpResponse<String> post(LearnerSession session, String form) {
        return uploads.send(uploads.as(session, "elsewhere")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
