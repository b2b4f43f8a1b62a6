package org.lectern.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.upload.PracticeUploads.base64;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.gateway.storage.GivenStore;

/** Files that are not what they say, lengths and names that nobody means well with, people who may not. */
class HostileUploadTest {

    private static final String POSING =
            "title " + base64("Cells") + ",filename " + base64("cells.mp4") + ",filetype " + base64("video/mp4");

    @TempDir
    private Path folder;

    private PracticeUploads uploads;

    @BeforeEach
    void open() {
        uploads = new PracticeUploads(GivenStore.in(folder.resolve("media")));
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<!doctype html><script>alert(1)</script>",
                "  \n<html><body onload=alert(1)>",
                "%PDF-1.7 ",
                "#!/bin/sh\nrm -rf /",
                "MZ\u0090 This program cannot be run in DOS mode",
                "just text",
                "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic",
                "\u0000\u0000\u0000\u0018ftypM4A \u0000\u0000\u0000\u0000M4A mp42",
            })
    void refusesWhatIsNoVideoByItsContentAndKeepsNothingOfIt(String content) throws IOException {
        refused(Arrays.copyOf(content.getBytes(StandardCharsets.ISO_8859_1), 6_000));
    }

    @Test
    void refusesAZipWithoutEverUnpackingIt() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("../../bomb"));
            out.write(new byte[50_000_000]);
        }
        refused(zip.toByteArray());
    }

    @Test
    void looksAgainWhenAllIsHere() throws IOException {
        byte[] html = "<!doctype html><script>alert(1)</script>".repeat(200).getBytes(StandardCharsets.UTF_8);
        String upload = uploads.begun(html.length, POSING);
        // So little of it tells nothing yet.
        assertThat(uploads.patch(upload, 0, Arrays.copyOf(html, 10)).statusCode())
                .isEqualTo(204);
        HttpResponse<String> end = uploads.patch(upload, 10, Arrays.copyOfRange(html, 10, html.length));
        assertThat(end.statusCode()).isEqualTo(415);
        assertThat(end.body()).contains("upload.not_a_video").contains("text/html");
        assertThat(uploads.head(upload).statusCode()).isEqualTo(404);
        assertThat(files()).isZero();
    }

    @Test
    void refusesTenGigabytesBeforeAnyOfThem() throws IOException {
        HttpResponse<String> refused = uploads.create(PracticeUploads.TEACHER, 10L << 30, POSING);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("upload.too_large");
        assertThat(files()).isZero();
    }

    @Test
    void takesNoLengthThatIsNone() {
        for (String length : new String[] {"0", "-1", "1e9", "999999999999999999999999", "NaN", ""}) {
            HttpResponse<String> refused = uploads.send(uploads.as(PracticeUploads.TEACHER, "uploads")
                    .header("Upload-Length", length)
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(refused.statusCode()).as(length).isEqualTo(400);
            assertThat(refused.body()).contains("upload.length");
        }
        assertThat(uploads.send(uploads.as(PracticeUploads.TEACHER, "uploads")
                                .header("Upload-Defer-Length", "1")
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void namesWithDotsAreWordsAndNothingElse() throws IOException {
        byte[] film = PracticeUploads.film();
        String upload = uploads.begun(film.length, "filename " + base64("../../../../etc/cron.d/evil\u0000.mp4\n<b>"));
        assertThat(uploads.video(uploads.patch(upload, 0, film)).title())
                .isEqualTo("../../../../etc/cron.d/evil .mp4 <b>");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(file ->
                            assertThat(folder.relativize(file)).asString().matches("media/acme/[0-9a-f]{32}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"title ***", "title YQ==,title YQ==", "ti tle YQ==", "title /v8=", "YQ== YQ== YQ=="})
    void refusesMetadataThatIsNone(String metadata) {
        HttpResponse<String> refused = uploads.create(PracticeUploads.TEACHER, 1_000, metadata);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("upload.metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "%2e%2e%2f", "x", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1"})
    void knowsNoUploadByAnotherName(String id) {
        assertThat(uploads.head("uploads/" + id).statusCode()).isBetween(400, 415);
    }

    @Test
    void refusesThoseWhoMayNot() {
        assertThat(uploads.create(PracticeUploads.LEARNER, 1_000, POSING).body())
                .contains("upload.not_allowed");
        uploads.close();
        uploads = new PracticeUploads(
                GivenStore.in(folder), "lectern.tenants=acme", "lectern.tenant.acme.upload.by=everybody");
        assertThat(uploads.create(PracticeUploads.LEARNER, 1_000, POSING).statusCode())
                .isEqualTo(201);
        uploads.close();
        uploads = new PracticeUploads(
                GivenStore.in(folder), "lectern.tenants=acme", "lectern.tenant.acme.upload.by=nobody");
        assertThat(uploads.create(PracticeUploads.TEACHER, 1_000, POSING).statusCode())
                .isEqualTo(403);
    }

    @Test
    void takesOnlyTheTypesThatTheInstitutionWants() throws IOException {
        uploads.close();
        uploads = new PracticeUploads(
                GivenStore.in(folder),
                "lectern.tenants=acme",
                "lectern.tenant.acme.upload.types=video/webm",
                "lectern.tenant.acme.upload.max-bytes=1MiB");
        refused(PracticeUploads.film());
        assertThat(uploads.create(PracticeUploads.TEACHER, (1 << 20) + 1, POSING)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void letsNobodyFillTheStorageWithBeginnings() {
        for (int i = 0; i < 10; i++) {
            uploads.begun(1_000);
        }
        HttpResponse<String> refused = uploads.create(PracticeUploads.TEACHER, 1_000, POSING);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("upload.too_many");
    }

    @Test
    void takesPicturesThatArePicturesOnly() throws IOException {
        byte[] film = PracticeUploads.film();
        String upload = uploads.begun(film.length);
        byte[] jpeg =
                Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F'}, 900);
        assertThat(poster(upload, "<svg/>".getBytes()).statusCode()).isEqualTo(415);
        assertThat(poster(upload, new byte[Uploads.MOST_PICTURE + 1]).statusCode())
                .isEqualTo(413);
        assertThat(poster(upload, jpeg).statusCode()).isEqualTo(204);
        assertThat(poster(upload, jpeg).statusCode()).isEqualTo(204);
        assertThat(uploads.video(uploads.patch(upload, 0, film)).poster()).isPresent();
        assertThat(poster(upload, jpeg).statusCode()).isEqualTo(409);
        assertThat(files()).isEqualTo(2);
    }

    private HttpResponse<String> poster(String upload, byte[] bytes) {
        return uploads.send(uploads.as(PracticeUploads.TEACHER, upload + "/poster")
                .header("Content-Type", "image/jpeg")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    private void refused(byte[] bytes) throws IOException {
        String upload = uploads.begun(bytes.length, POSING);
        HttpResponse<String> refused = uploads.patch(upload, 0, bytes);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body()).contains("upload.not_a_video");
        assertThat(uploads.head(upload).statusCode()).isEqualTo(404);
        assertThat(uploads.told).isEmpty();
        assertThat(files()).isZero();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
