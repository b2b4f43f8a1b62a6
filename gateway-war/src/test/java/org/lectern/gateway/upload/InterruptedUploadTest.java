package org.lectern.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.gateway.disk.GivenDisk;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.storage.GivenStore;
import org.lectern.gateway.storage.Growth;
import org.lectern.gateway.storage.MediaStore;

/** Connections that break, two requests at once, and steps that nobody counted. */
class InterruptedUploadTest {

    @TempDir
    private Path folder;

    private final byte[] film = PracticeUploads.longFilm(MediaStore.STEP + 1_000_000);
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
    void keepsWhatCameBeforeTheConnectionBroke() throws IOException {
        Upload upload = begun();
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(film, 0, MediaStore.STEP + 123_456), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });
        Upload now = uploads.receiving.take(upload, UploadPolicy.DEFAULT, 0, broken);
        assertThat(now.growth().bytes()).isEqualTo(MediaStore.STEP + 123_456L);
        goesOn();
    }

    @Test
    void twoRequestsDoNotWriteToOneUpload() throws Exception {
        Upload upload = begun();
        PipedOutputStream slow = new PipedOutputStream();
        PipedInputStream body = new PipedInputStream(slow, film.length);
        CompletableFuture<Upload> first =
                CompletableFuture.supplyAsync(() -> uploads.receiving.take(upload, UploadPolicy.DEFAULT, 0, body));
        slow.write(film, 0, 50_000);
        awaitWriter();
        Problem refused = catchThrowableOfType(
                Problem.class,
                () -> uploads.receiving.take(upload, UploadPolicy.DEFAULT, 0, new ByteArrayInputStream(film)));
        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.code()).isEqualTo("upload.busy");
        slow.write(film, 50_000, film.length - 50_000);
        slow.close();
        assertThat(first.get(20, TimeUnit.SECONDS).whole()).isTrue();
    }

    @Test
    void aSilentRequestGivesWayToANewOneAndSpoilsNothing() throws Exception {
        Upload upload = begun();
        PipedOutputStream silent = new PipedOutputStream();
        PipedInputStream body = new PipedInputStream(silent, 100_000);
        CompletableFuture<Upload> first =
                CompletableFuture.supplyAsync(() -> uploads.receiving.take(upload, UploadPolicy.DEFAULT, 0, body));
        silent.write(film, 0, 10_000);
        awaitWriter();
        uploads.acme.jdbi.useHandle(
                handle -> handle.execute("update upload set writing_until = clock_timestamp() - interval '1 s'"));
        Upload second = uploads.receiving.take(upload, UploadPolicy.DEFAULT, 0, new ByteArrayInputStream(film));
        assertThat(second.whole()).isTrue();
        silent.write(new byte[50_000]);
        silent.close();
        assertThat(first.handle((now, failure) -> failure.getCause()).get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("upload.busy"));
        try (InputStream in = whole(second)) {
            assertThat(in.readAllBytes()).isEqualTo(film);
        }
    }

    @Test
    void forgetsAStepThatWasWrittenButNeverCounted() throws IOException {
        Upload upload = begun();
        uploads.receiving.take(upload, UploadPolicy.DEFAULT, 0, new ByteArrayInputStream(film, 0, 70_000));
        Upload now = again();
        uploads.store.append(now.growth(), new byte[12_345], 12_345);
        assertThat(again().growth()).isEqualTo(new Growth(now.growth().object(), 70_000, ""));
        goesOn();
    }

    @Test
    void takesNothingWhenTheDiskIsFullAndLosesNothing() {
        Upload upload = begun();
        uploads.receiving.take(upload, UploadPolicy.DEFAULT, 0, new ByteArrayInputStream(film, 0, 70_000));
        Receiving full = new Receiving(
                uploads.table,
                uploads.store,
                new Dropping(uploads.table, uploads.store),
                GivenDisk.full(),
                uploads.settings);
        Problem refused = catchThrowableOfType(
                Problem.class,
                () -> full.take(again(), UploadPolicy.DEFAULT, 70_000, new ByteArrayInputStream(film, 70_000, 1_000)));
        assertThat(refused.code()).isEqualTo("disk.full");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(again().growth().bytes()).isEqualTo(70_000);
    }

    private Upload begun() {
        uploads.begun(film.length);
        return again();
    }

    private Upload again() {
        return uploads.table.unfinished(PracticeUploads.TEACHER).get(0);
    }

    private void goesOn() throws IOException {
        Upload upload = again();
        int from = (int) upload.growth().bytes();
        Upload whole = uploads.receiving.take(
                upload, UploadPolicy.DEFAULT, from, new ByteArrayInputStream(film, from, film.length - from));
        assertThat(whole.whole()).isTrue();
        try (InputStream in = whole(whole)) {
            assertThat(in.readAllBytes()).isEqualTo(film);
        }
    }

    private InputStream whole(Upload upload) {
        uploads.store.finish(upload.growth());
        return uploads.store.open(upload.growth().object(), 0, upload.length());
    }

    private void awaitWriter() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < deadline
                && uploads.acme.jdbi.withHandle(
                        handle -> handle.select("select writer from upload where writer is not null")
                                .mapTo(UUID.class)
                                .findOne()
                                .isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
