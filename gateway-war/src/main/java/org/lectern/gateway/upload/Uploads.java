package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.lectern.gateway.disk.ByteSize;
import org.lectern.gateway.disk.DiskGuard;
import org.lectern.gateway.disk.DiskSettings;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.storage.Growth;
import org.lectern.gateway.storage.MediaStore;
import org.lectern.gateway.storage.StorageFailed;

/** A person's uploads: begun, looked up, given a picture, given up. Safe for any thread. */
@ApplicationScoped
public class Uploads {

    /** Bytes of a picture. */
    static final int MOST_PICTURE = 512 * 1024;

    private static final int MOST_UNFINISHED = 10;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final UploadTable table;
    private final MediaStore store;
    private final Dropping dropping;
    private final DiskGuard disk;
    private final UploadSettings settings;

    @Inject
    public Uploads(UploadTable table, MediaStore store, Dropping dropping, DiskGuard disk, UploadSettings settings) {
        this.table = table;
        this.store = store;
        this.dropping = dropping;
        this.disk = disk;
        this.settings = settings;
    }

    protected Uploads() { // CDI proxy
        this(null, null, null, null, null);
    }

    /**
     * Begins one.
     *
     * @throws Problem 413 {@code upload.too_large}, 429 {@code upload.too_many}, 507 {@code upload.no_room}, 503 {@code disk.full} or
     *     {@code upload.storage}
     */
    Upload begin(LearnerSession session, UploadMetadata told, long length) {
        long most = settings.policy(session.tenant()).maxBytes();
        if (length > most) {
            throw new Problem(
                    413,
                    "upload.too_large",
                    "This file is larger than your institution takes (" + ByteSize.text(most) + ").");
        }
        disk.needRoom();
        if (table.unfinished(session).size() >= MOST_UNFINISHED) {
            throw new Problem(
                    429,
                    "upload.too_many",
                    "You have " + MOST_UNFINISHED
                            + " uploads that are not finished. Finish or discard one of them first.");
        }
        try {
            OptionalLong room = store.room();
            if (room.isPresent() && room.getAsLong() - length < DiskSettings.DEFAULTS.stopFree()) {
                throw new Problem(507, "upload.no_room", "The server has no room for a file of this size.");
            }
            Growth growth = store.begin(session.tenant(), "video/mp4");
            UUID id = UUID.randomUUID();
            table.insert(session, id, told, length, growth);
            return of(session, id.toString());
        } catch (StorageFailed e) {
            throw unavailable(e);
        }
    }

    /** @throws Problem 404 {@code upload.unknown}, for somebody else's, too */
    Upload of(LearnerSession session, String id) {
        return uuid(id).flatMap(known -> table.find(session, known)).orElseThrow(UploadsResource::unknown);
    }

    List<Upload> unfinished(LearnerSession session) {
        return table.unfinished(session);
    }

    /** Throws it away. A video that it became stays. */
    void drop(LearnerSession session, String id) {
        dropping.drop(of(session, id));
    }

    /**
     * Gives it a picture, in place of one that it had.
     *
     * @throws Problem 413 {@code upload.picture_too_large}, 415 {@code upload.not_a_picture}, 409 {@code upload.whole}
     */
    void picture(LearnerSession session, String id, byte[] bytes) {
        Upload upload = of(session, id);
        if (bytes.length > MOST_PICTURE) {
            throw new Problem(
                    413, "upload.picture_too_large", "A picture has at most " + ByteSize.text(MOST_PICTURE) + ".");
        }
        String type = VideoContent.picture(bytes)
                .orElseThrow(() ->
                        new Problem(415, "upload.not_a_picture", "A picture is a JPEG, WebP or PNG, by its content."));
        try {
            String poster = store.put(upload.tenant(), bytes, type);
            Optional<Optional<String>> before = table.picture(upload, poster);
            before.orElse(Optional.of(poster)).ifPresent(store::delete);
            if (before.isEmpty()) {
                throw new Problem(409, "upload.whole", "This upload is whole and takes no other picture.");
            }
        } catch (StorageFailed e) {
            throw unavailable(e);
        }
    }

    /** When it is cleaned up unless something happens to it, as HTTP writes dates. */
    String expires(Upload upload) {
        return HTTP_DATE.format(upload.touched().plus(settings.keep()).atOffset(ZoneOffset.UTC));
    }

    private static Problem unavailable(StorageFailed cause) {
        System.getLogger(Uploads.class.getName()).log(System.Logger.Level.ERROR, "storage does not answer", cause);
        return new Problem(503, "upload.storage", "The storage does not answer. Try again in a while.").causedBy(cause);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
