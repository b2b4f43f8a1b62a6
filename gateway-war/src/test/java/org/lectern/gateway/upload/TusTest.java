package org.lectern.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.upload.PracticeUploads.base64;
import static org.lectern.gateway.upload.PracticeUploads.part;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.adapter.action.Uploaded;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.storage.GivenStore;
import org.lectern.gateway.storage.MediaStore;

/** tus 1.0: core, creation, termination, expiration; and what becomes of an upload. */
class TusTest {

    @TempDir
    private Path folder;

    private final byte[] film = PracticeUploads.film();
    private PracticeUploads uploads;

    @BeforeEach
    void open() {
        uploads = new PracticeUploads(GivenStore.in(folder));
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void aFileInOneGoBecomesAVideoAndIsTold() throws IOException {
        String upload = uploads.begun(
                film.length,
                "title " + base64("Zellen – Größe") + ",duration " + base64("124.3004") + ",language " + base64("de"));
        HttpResponse<String> done = uploads.patch(upload, 0, film);
        assertThat(done.statusCode()).isEqualTo(204);
        assertThat(done.headers().firstValue("Upload-Offset")).contains(Integer.toString(film.length));
        assertThat(done.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        Video video = uploads.video(done);
        assertThat(video.title()).isEqualTo("Zellen – Größe");
        assertThat(video.duration().orElseThrow()).isEqualByComparingTo(new BigDecimal("124.3"));
        assertThat(video.language()).contains("de");
        assertThat(video.owner()).contains("teacher-1");
        assertThat(video.state()).isEqualTo(Video.State.PRIVATE);
        Source.Stored stored = (Source.Stored) video.source();
        assertThat(stored.type()).isEqualTo("video/mp4");
        try (InputStream in = uploads.store.open(stored.object(), 0, stored.bytes())) {
            assertThat(in.readAllBytes()).isEqualTo(film);
        }
        assertThat(uploads.told).singleElement().isInstanceOfSatisfying(Uploaded.class, action -> {
            assertThat(action.entry().title()).isEqualTo("Zellen – Größe");
            assertThat(action.entry().id().toString()).endsWith("/media/t/" + video.id());
        });
    }

    @Test
    void goesOnWhereItStopped() {
        String upload = uploads.begun(film.length);
        assertThat(uploads.patch(upload, 0, part(film, 0, 100_000)).statusCode())
                .isEqualTo(204);
        assertThat(uploads.offset(upload)).isEqualTo(100_000);
        assertThat(uploads.patch(upload, 100_000, part(film, 100_000, 100_001)).statusCode())
                .isEqualTo(204);
        HttpResponse<String> done = uploads.patch(upload, 100_001, part(film, 100_001, film.length));
        assertThat(uploads.video(done).source()).isInstanceOf(Source.Stored.class);
    }

    @Test
    void takesMoreThanAStepAtOnce() {
        byte[] large = PracticeUploads.longFilm(2 * MediaStore.STEP + 77);
        String upload = uploads.begun(large.length);
        assertThat(uploads.patch(upload, 0, large).statusCode()).isEqualTo(204);
        assertThat(uploads.offset(upload)).isEqualTo(large.length);
    }

    @Test
    void refusesBytesThatBelongElsewhere() {
        String upload = uploads.begun(film.length);
        uploads.patch(upload, 0, part(film, 0, 10_000));
        for (long offset : new long[] {0, 9_999, 10_001, film.length}) {
            HttpResponse<String> refused = uploads.patch(upload, offset, new byte[0]);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("upload.offset");
            assertThat(refused.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        }
        assertThat(uploads.offset(upload)).isEqualTo(10_000);
    }

    @Test
    void refusesMoreBytesThanWereTold() {
        String upload = uploads.begun(5_000);
        assertThat(uploads.patch(upload, 0, part(film, 0, 5_001)).statusCode()).isEqualTo(413);
        assertThat(uploads.offset(upload)).isZero();
    }

    @Test
    void refusesWhatIsNotTus() {
        String upload = uploads.begun(film.length);
        HttpResponse<String> version = uploads.send(uploads.as(PracticeUploads.TEACHER, upload)
                .setHeader("Tus-Resumable", "0.2.2")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(version.statusCode()).isEqualTo(412);
        assertThat(version.headers().firstValue("Tus-Version")).contains("1.0.0");
        HttpResponse<String> type = uploads.send(uploads.as(PracticeUploads.TEACHER, upload)
                .header("Content-Type", "video/mp4")
                .header("Upload-Offset", "0")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(film)));
        assertThat(type.statusCode()).isEqualTo(415);
        HttpResponse<String> noOffset = uploads.send(uploads.as(PracticeUploads.TEACHER, upload)
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(film)));
        assertThat(noOffset.statusCode()).isEqualTo(400);
    }

    @Test
    void patchesAndDeletesByPostWhereNetworksLetNothingElseThrough() {
        String upload = uploads.begun(film.length);
        HttpResponse<String> done = uploads.send(uploads.as(PracticeUploads.TEACHER, upload)
                .header("X-HTTP-Method-Override", "PATCH")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(film)));
        assertThat(done.statusCode()).isEqualTo(204);
        String other = uploads.begun(film.length);
        assertThat(uploads.send(uploads.as(PracticeUploads.TEACHER, other)
                                .header("X-HTTP-Method-Override", "DELETE")
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(204);
        assertThat(uploads.head(other).statusCode()).isEqualTo(404);
    }

    @Test
    void isThrownAwayOnWishWithAllItsBytes() throws IOException {
        String upload = uploads.begun(film.length);
        uploads.patch(upload, 0, part(film, 0, 100_000));
        assertThat(uploads.send(uploads.as(PracticeUploads.TEACHER, upload).DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(uploads.head(upload).statusCode()).isEqualTo(404);
        assertThat(uploads.patch(upload, 100_000, film).statusCode()).isEqualTo(404);
        assertThat(files()).isZero();
    }

    @Test
    void isItsOwnersAlone() {
        String upload = uploads.begun(film.length);
        assertThat(uploads.patch(PracticeUploads.COLLEAGUE, upload, 0, film).statusCode())
                .isEqualTo(404);
        assertThat(uploads.send(uploads.as(PracticeUploads.COLLEAGUE, upload).DELETE())
                        .statusCode())
                .isEqualTo(404);
        assertThat(uploads.send(uploads.as(PracticeUploads.COLLEAGUE, "uploads").GET())
                        .body())
                .isEqualTo("{\"uploads\":[]}");
        assertThat(uploads.send(uploads.asNobody(upload).GET()).statusCode()).isEqualTo(401);
        assertThat(uploads.get("uploads").getJsonArray("uploads")).hasSize(1);
    }

    @Test
    void tellsWhatIsUnfinishedAndWhatBecameOfTheRest() {
        String upload =
                uploads.begun(film.length, "title " + base64("Cells") + ",mark " + base64("cells.mp4|694056|1"));
        uploads.patch(upload, 0, part(film, 0, 100_000));
        assertThat(uploads.get("uploads").getJsonArray("uploads").getJsonObject(0))
                .containsEntry("title", jakarta.json.Json.createValue("Cells"))
                .containsEntry("mark", jakarta.json.Json.createValue("cells.mp4|694056|1"))
                .containsEntry("received", jakarta.json.Json.createValue(100_000))
                .doesNotContainKey("media");
        HttpResponse<String> done = uploads.patch(upload, 100_000, part(film, 100_000, film.length));
        assertThat(uploads.get("uploads").getJsonArray("uploads")).isEmpty();
        assertThat(uploads.get(upload).getString("media"))
                .isEqualTo(done.headers().firstValue("Lectern-Media").orElseThrow());
    }

    @Test
    void becomesOneVideoHoweverOftenItsEndIsAskedFor() {
        String upload = uploads.begun(film.length);
        String media = uploads.video(uploads.patch(upload, 0, film)).id();
        assertThat(uploads.head(upload).statusCode()).isEqualTo(200);
        HttpResponse<String> again = uploads.patch(upload, film.length, new byte[0]);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(uploads.video(again).id()).isEqualTo(media);
        assertThat(uploads.told).hasSize(1);
    }

    @Test
    void whatACrashInterruptedBeforeItsEndIsEndedByWhoeverAsks() {
        Upload upload = received();
        assertThat(uploads.told).isEmpty();
        assertThat(uploads.head("uploads/" + upload.id()).statusCode()).isEqualTo(200);
        assertThat(uploads.told).hasSize(1);
        assertThat(uploads.get("uploads/" + upload.id())).containsKey("media");
    }

    @Test
    void whatACrashInterruptedBeforeItsEndIsEndedBySweepingWhenNobodyAsks() {
        received();
        uploads.sweep.sweep();
        assertThat(uploads.told).hasSize(1);
        uploads.sweep.sweep();
        assertThat(uploads.told).hasSize(1);
    }

    @Test
    void cleansUpWhatNobodyGoesOnWith() throws IOException {
        String upload = uploads.begun(film.length);
        uploads.patch(upload, 0, part(film, 0, 100_000));
        String expires =
                uploads.head(upload).headers().firstValue("Upload-Expires").orElseThrow();
        assertThat(expires).endsWith("GMT");
        uploads.pass(Duration.ofHours(23));
        assertThat(uploads.sweep.sweep()).isZero();
        assertThat(uploads.head(upload).statusCode()).isNotEqualTo(404);
        uploads.pass(Duration.ofHours(2));
        assertThat(uploads.sweep.sweep()).isEqualTo(1);
        assertThat(files()).isZero();
    }

    @Test
    void keepsTheVideoWhenItForgetsTheUpload() throws IOException {
        String upload = uploads.begun(film.length);
        uploads.patch(upload, 0, film);
        uploads.pass(Duration.ofHours(25));
        uploads.sweep.sweep();
        assertThat(files()).isEqualTo(1);
        assertThat(uploads.table.stale(uploads.acme.clock.instant(), 10)).isEmpty();
    }

    /** All bytes counted, then nothing: as after a crash. */
    private Upload received() {
        String path = uploads.begun(film.length);
        Upload upload = uploads.table
                .find(PracticeUploads.TEACHER, java.util.UUID.fromString(path.replace("uploads/", "")))
                .orElseThrow();
        uploads.receiving.take(upload, UploadPolicy.DEFAULT, 0, new java.io.ByteArrayInputStream(film));
        return upload;
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
