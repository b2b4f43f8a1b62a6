package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.MediaEntry;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.storage.GivenStore;
import org.lectern.lti.practice.HandWoundClock;

class MediaResourceTest {

    @TempDir
    private Path folder;

    private final HandWoundClock clock = new HandWoundClock(GivenSession.START);
    private final MediaLinks links = new MediaLinks(MasterKey.random(new SecureRandom()), Duration.ofHours(8), clock);
    private final LearnerSession sam = GivenSession.ofSam();
    private PracticeServer server;
    private GivenTenants tenants;
    private FileLibrary library;
    private String link;

    @BeforeEach
    void open() throws IOException {
        Path film = Files.writeString(folder.resolve("intro.mp4"), "0123456789".repeat(20_000));
        Path captions = Files.writeString(
                folder.resolve("intro.en.vtt"), "WEBVTT\n\n00:00.000 --> 00:08.000\nZellen – Größe\n");
        MediaEntry intro = new MediaEntry(
                "intro",
                "Introduction",
                Optional.empty(),
                Optional.of(film),
                Optional.empty(),
                Optional.empty(),
                Map.of("en", captions));
        Path still = Files.write(folder.resolve("still.PNG"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        MediaEntry pictured = new MediaEntry(
                "pictured",
                "Pictured",
                Optional.of(URI.create("https://cdn.example.net/pictured.mp4")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(still),
                Map.of());
        MediaEntry gone = new MediaEntry(
                "gone",
                "Gone",
                Optional.empty(),
                Optional.of(folder.resolve("gone.mp4")),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        tenants = GivenTenants.of(
                GivenTenants.acme(intro, gone, pictured, GivenTenants.remote("remote", "Remote")),
                GivenTenants.tenant("umbrella", "deployment-2", ActorPolicy.PSEUDONYM, intro));
        library = new FileLibrary(new BaseUrl(URI.create("https://tool.example.edu")), links);
        server = new PracticeServer(new MediaResource(tenants, library, links, GivenStore.in(folder)));
        link = library.link(sam, Video.declared(intro)).toString();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesTheWholeFile() {
        HttpResponse<String> answer = server.get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(200_000);
        assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void servesADeclaredPictureToSessionsAndAsAThumbnailOfLinks() {
        Video pictured = library.find(tenants.find(sam.tenant()).orElseThrow(), "pictured")
                .orElseThrow();
        for (URI address : List.of(links.poster(sam, pictured), links.thumbnail(sam.tenant(), "pictured"))) {
            HttpResponse<String> answer = server.get(address.toString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(answer.headers().firstValue("Content-Length")).contains("4");
        }
        HttpResponse<String> none =
                server.get(links.thumbnail(sam.tenant(), "intro").toString());
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("media.no_poster");
    }

    @Test
    void servesARange() {
        HttpResponse<String> answer = with("Range", "bytes=199995-");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("56789");
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 199995-199999/200000");
    }

    @Test
    void saysThatNothingIsBeyondTheEnd() {
        HttpResponse<String> answer = with("Range", "bytes=200000-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */200000");
    }

    @Test
    void servesTheWholeForSeveralRangesAndForNonsense() {
        assertThat(with("Range", "bytes=0-1,5-6").statusCode()).isEqualTo(200);
        assertThat(with("Range", "bytes=zwei-drei").body()).hasSize(200_000);
    }

    @Test
    void servesARangeOfTheSameFileOnly() {
        String tag = server.get(link).headers().firstValue("ETag").orElseThrow();
        String date = server.get(link).headers().firstValue("Last-Modified").orElseThrow();
        assertThat(ranged(tag)).isEqualTo(206);
        assertThat(ranged(date)).isEqualTo(206);
        assertThat(ranged("W/" + tag)).isEqualTo(200);
        assertThat(ranged("\"another\"")).isEqualTo(200);
        assertThat(ranged("Sun, 06 Nov 1994 08:49:37 GMT")).isEqualTo(200);
    }

    @Test
    void answersConditionalRequests() {
        String tag = server.get(link).headers().firstValue("ETag").orElseThrow();
        assertThat(with("If-Match", "\"another\"").statusCode()).isEqualTo(412);
        assertThat(with("If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void answersHeadWithTheSizeAndIgnoresItsRange() {
        HttpResponse<String> answer = server.send(
                server.request(link).header("Range", "bytes=0-1").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
    }

    @Test
    void servesCaptions() {
        HttpResponse<String> answer =
                server.get(links.captions(sam, "intro", "en").toString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/vtt");
        assertThat(answer.body()).startsWith("WEBVTT").contains("Größe");
        assertThat(server.get(links.captions(sam, "intro", "fr").toString()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesLinksThatWereChanged() {
        assertThat(server.get(link.substring(0, link.length() - 1) + "x").statusCode())
                .isEqualTo(403);
        assertThat(server.get(link.replace("/acme/", "/umbrella/")).statusCode())
                .isEqualTo(403);
        assertThat(server.get(link.replace("/intro?", "/gone?")).statusCode()).isEqualTo(403);
        assertThat(server.get(link.replaceFirst("expires=\\d+", "expires=9999999999"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get(link + "&session=x").statusCode()).isEqualTo(403);
        assertThat(server.get("/media/acme/intro").statusCode()).isEqualTo(403);
        assertThat(server.get("/media/ACME%20;/intro").statusCode()).isEqualTo(404);
        assertThat(server.get("/media/acme/..%2F..%2Fetc%2Fpasswd").statusCode())
                .isBetween(400, 404);
    }

    @Test
    void refusesLinksThatAreOver() {
        clock.pass(Duration.ofHours(8));
        HttpResponse<String> answer = server.get(link);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("media.link_expired");
    }

    @Test
    void servesNothingOfAnInstitutionThatIsGone() {
        tenants.remove("acme");
        assertThat(server.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void namesADeclaredFileThatIsMissing() {
        HttpResponse<String> answer = server.get(links.video(sam, "gone").toString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("media.missing").doesNotContain(folder.toString());
    }

    @Test
    void linksToAVideoElsewhereAsItIs() {
        Video remote = library.find(tenants.all().get(0), "remote").orElseThrow();
        assertThat(library.link(sam, remote)).hasToString("https://cdn.example.net/remote.mp4");
    }

    private HttpResponse<String> with(String header, String value) {
        return server.send(server.request(link).header(header, value));
    }

    private int ranged(String condition) {
        return server.send(server.request(link).header("Range", "bytes=0-4").header("If-Range", condition))
                .statusCode();
    }
}
