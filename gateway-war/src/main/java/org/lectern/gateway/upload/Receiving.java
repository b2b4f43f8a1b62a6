package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.lectern.gateway.disk.DiskGuard;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.storage.Growth;
import org.lectern.gateway.storage.MediaStore;
import org.lectern.gateway.storage.StorageFailed;

/**
 * Takes the bytes of an upload (tus 1.0, PATCH), step by step: read, safe in storage, then counted in the database. Whatever breaks, what was
 * counted is there. Safe for any thread.
 */
@ApplicationScoped
public class Receiving {

    private static final System.Logger LOG = System.getLogger(Receiving.class.getName());
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(15);

    private final UploadTable table;
    private final MediaStore store;
    private final Dropping dropping;
    private final DiskGuard disk;
    private final Semaphore places;

    @Inject
    public Receiving(UploadTable table, MediaStore store, Dropping dropping, DiskGuard disk, UploadSettings settings) {
        this.table = table;
        this.store = store;
        this.dropping = dropping;
        this.disk = disk;
        this.places = new Semaphore(settings.atOnce());
    }

    protected Receiving() { // CDI proxy
        this.table = null;
        this.store = null;
        this.dropping = null;
        this.disk = null;
        this.places = null;
    }

    /**
     * Takes a request's bytes.
     *
     * @param policy what the institution takes
     * @param offset where the page believes to be
     * @return the upload as it is now
     * @throws Problem 409 {@code upload.offset}, 423 {@code upload.busy}, 503 {@code upload.at_once} or {@code upload.storage}, 415
     *     {@code upload.not_a_video}, after which the upload is gone
     */
    Upload take(Upload upload, UploadPolicy policy, long offset, InputStream body) {
        if (offset != upload.growth().bytes()) {
            throw elsewhere(upload);
        }
        if (upload.whole()) {
            return upload;
        }
        disk.needRoom();
        if (!places.tryAcquire()) {
            throw new Problem(503, "upload.at_once", "Many files arrive at the moment. Go on in some seconds.")
                    .retryAfter(SOON);
        }
        UUID writer = UUID.randomUUID();
        try {
            if (!table.begin(upload, offset, writer)) {
                throw busy();
            }
            return steps(upload, policy, writer, new Step(body, System::nanoTime));
        } catch (StorageFailed e) {
            LOG.log(System.Logger.Level.ERROR, "storage does not take an upload " + Dropping.named(upload), e);
            throw new Problem(503, "upload.storage", "The storage does not answer. Go on in a while.")
                    .retryAfter(LATER)
                    .causedBy(e);
        } finally {
            places.release();
            table.end(upload, writer);
        }
    }

    private Upload steps(Upload upload, UploadPolicy policy, UUID writer, Step step) {
        Growth growth = upload.growth();
        while (growth.bytes() < upload.length() && !step.last()) {
            step.read(upload.length() - growth.bytes());
            if (step.length() == 0) {
                continue;
            }
            look(upload, policy, growth, step);
            disk.needRoom();
            if (!table.still(upload, writer)) {
                throw busy();
            }
            growth = store.append(growth, step.bytes(), step.length());
            if (!table.advance(upload, writer, growth)) {
                throw busy();
            }
        }
        if (step.broken()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "connection of an upload lost " + Dropping.named(upload) + " received=" + growth.bytes()
                            + " length=" + upload.length());
        }
        return upload.at(growth);
    }

    /** Nobody should wait for the end of five gigabytes to hear that they are no video. */
    private void look(Upload upload, UploadPolicy policy, Growth growth, Step step) {
        if (growth.bytes() == 0 && (step.length() >= VideoContent.TOO_LITTLE || step.length() == upload.length())) {
            String type = VideoContent.type(step.beginning());
            if (!policy.types().contains(type)) {
                throw dropping.refuse(upload, type);
            }
        }
    }

    private static Problem elsewhere(Upload upload) {
        return new Problem(
                409,
                "upload.offset",
                "This upload goes on at byte " + upload.growth().bytes() + ". Ask for its offset and go on there.");
    }

    private static Problem busy() {
        return new Problem(423, "upload.busy", "Another request is sending this file. Go on in some seconds.")
                .retryAfter(SOON);
    }
}
