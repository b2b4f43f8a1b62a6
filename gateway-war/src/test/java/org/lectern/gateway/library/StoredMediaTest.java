package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.gateway.storage.GivenStore;
import org.lectern.gateway.storage.Growth;
import org.lectern.gateway.storage.MediaStore;

/** Uploaded videos and their pictures, played from a folder and from a bucket. */
class StoredMediaTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final byte[] FILM = "0123456789".repeat(20_000).getBytes(StandardCharsets.US_ASCII);

    private static PracticeLibrary acme;
    private static GivenStore s3;

    @TempDir
    private Path folder;

    private final LearnerSession teacher = GivenSession.ofTeacher("teacher-1");
    private MediaStore store;
    private PracticeServer server;
    private String link;
    private String object;
    private Video video;

    @BeforeAll
    static void start() {
        acme = new PracticeLibrary();
        s3 = new GivenStore();
    }

    @AfterAll
    static void stop() {
        s3.close();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "bucket"})
    void playsTheWholeAndPartsOfIt(String kind) {
        open(kind);
        HttpResponse<String> whole = server.get(link);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).hasSize(FILM.length);
        assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        HttpResponse<String> part = ranged("bytes=100003-100006");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("3456");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100003-100006/200000");
        assertThat(ranged("bytes=-3").body()).isEqualTo("789");
        assertThat(ranged("bytes=199998-").body()).isEqualTo("89");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "bucket"})
    void answersMadRangesWithoutAFault(String kind) {
        open(kind);
        assertThat(ranged("bytes=200000-").statusCode()).isEqualTo(416);
        assertThat(ranged("bytes=-0").statusCode()).isEqualTo(416);
        assertThat(ranged("bytes=99999999999999999999999999999-").statusCode()).isEqualTo(416);
        for (String mad :
                new String[] {"bytes=5-1", "bytes=a-b", "bytes=0-0,-1", "kittens=1-2", "bytes=" + "0-1,".repeat(900)}) {
            assertThat(ranged(mad).statusCode()).as(mad).isEqualTo(200);
        }
        HttpResponse<String> tag = server.send(server.request(link)
                .header("Range", "bytes=0-4")
                .header(
                        "If-Range",
                        server.get(link).headers().firstValue("ETag").orElseThrow()));
        assertThat(tag.statusCode()).isEqualTo(206);
        assertThat(server.send(server.request(link)
                                .header("Range", "bytes=0-4")
                                .header("If-Range", "Sun, 06 Nov 1994 08:49:37 GMT"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.request(link).method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "bucket"})
    void showsThePicture(String kind) {
        open(kind);
        String poster = acme.links.poster(teacher, video).toString();
        HttpResponse<String> picture = server.get(poster);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(server.get(poster.replaceFirst("signature=.", "signature=x")).statusCode())
                .isEqualTo(403);
        Video plain = acme.add(teacher, "Plain");
        HttpResponse<String> none = server.get(acme.links.poster(teacher, plain).toString());
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("media.no_poster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "bucket"})
    void showsTheThumbnailToACourseForYears(String kind) {
        open(kind);
        acme.show(video, Video.State.UNLISTED);
        acme.clock.pass(Duration.ofDays(3_650));
        HttpResponse<String> picture = server.get(thumbnail(video));
        assertThat(picture.statusCode()).isEqualTo(200);
        HttpHeaders headers = picture.headers();
        assertThat(headers.firstValue("Content-Type")).contains("image/png");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("public, max-age=3600");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(headers.map()).doesNotContainKey("set-cookie");
        String tag = headers.firstValue("ETag").orElseThrow();
        assertThat(server.send(server.request(thumbnail(video)).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(thumbnail(video)).matches("/media/acme/[^/?]+/thumbnail\\?signature=[0-9a-f]{64}");
    }

    @Test
    void showsNoThumbnailOfWhatIsTakenBack() {
        open("folder");
        refuses(404, "media.unknown", thumbnail(video));
        acme.show(video, Video.State.PUBLISHED);
        assertThat(server.get(thumbnail(video)).statusCode()).isEqualTo(200);
        Video plain = acme.add(teacher, "Plain");
        acme.show(plain, Video.State.PUBLISHED);
        refuses(404, "media.no_poster", thumbnail(plain));
        acme.jdbi.useTransaction(transaction -> acme.catalogue.delete(transaction, acme.tenant.id(), video.id()));
        refuses(404, "media.unknown", thumbnail(video));
        refuses(404, "media.unknown", thumbnail("never-there"));
    }

    @Test
    void takesALinkForNothingButItsOwnPictureAndPurpose() {
        open("folder");
        acme.show(video, Video.State.UNLISTED);
        String right = thumbnail(video);
        String query = right.substring(right.indexOf('?'));
        String poster = acme.links.poster(teacher, video).toString();
        for (String wrong : List.of(
                right.replace("/acme/", "/umbrella/"),
                right.replace("/" + video.id() + "/", "/intro/"),
                right.replaceFirst("signature=.", "signature=x"),
                right.substring(0, right.length() - 1),
                right.substring(0, right.indexOf('?')),
                right + "&signature=x",
                right.replace("/thumbnail", "/poster"),
                right.replace("/thumbnail", ""),
                right.replace("/thumbnail", "/captions/en.vtt"),
                poster.replace("/poster", "/thumbnail"),
                poster.replaceFirst("signature=[0-9a-f]+", query.substring(1)))) {
            refuses(403, "media.link_invalid", wrong);
        }
        assertThat(server.get(right.replace("/acme/", "/ACME%20;/")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "bucket"})
    void namesWhatIsMissing(String kind) {
        open(kind);
        store.delete(object);
        HttpResponse<String> missing = server.get(link);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("media.missing").doesNotContain(object);
    }

    @Test
    void refusesAnotherInstitutionsAndOldLinks() {
        open("folder");
        assertThat(server.get(link.replace("/acme/", "/umbrella/")).statusCode())
                .isEqualTo(403);
        acme.clock.pass(Duration.ofHours(8));
        HttpResponse<String> old = server.get(link);
        assertThat(old.statusCode()).isEqualTo(403);
        assertThat(old.body()).contains("media.link_expired");
    }

    private void open(String kind) {
        store = kind.equals("folder") ? GivenStore.in(folder) : s3.bucket();
        Growth growth = store.append(store.begin(ACME, "video/mp4"), FILM, FILM.length);
        store.finish(growth);
        object = growth.object();
        String poster = store.put(ACME, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "image/png");
        video = acme.add(
                teacher,
                new NewVideo(
                        "Cells",
                        new Source.Stored(object, "video/mp4", FILM.length),
                        Optional.empty(),
                        Optional.of(poster),
                        Optional.empty()));
        server = new PracticeServer(
                new MediaResource(GivenTenants.of(acme.tenant, acme.other), acme.library, acme.links, store));
        link = acme.library.link(teacher, video).toString();
    }

    private String thumbnail(Video of) {
        return thumbnail(of.id());
    }

    private static String thumbnail(String media) {
        return acme.links.thumbnail(ACME, media).toString();
    }

    private void refuses(int status, String name, String address) {
        HttpResponse<String> answer = server.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(status);
        assertThat(answer.body()).as(address).contains(name);
    }

    private HttpResponse<String> ranged(String range) {
        return server.send(server.request(link).header("Range", range));
    }
}
