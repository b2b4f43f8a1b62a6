package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Uploaded;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.action.ToldChanges;
import org.lectern.gateway.library.Catalogue;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.NewVideo;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.storage.MediaStore;
import org.lectern.gateway.storage.StorageFailed;

/**
 * Makes a whole upload a video of the library and tells that it was uploaded, both or neither. Asking again changes nothing, so that whoever
 * asks next ends what a crash interrupted. Safe for any thread.
 */
@ApplicationScoped
public class Finishing {

    private static final System.Logger LOG = System.getLogger(Finishing.class.getName());
    private static final Duration LATER = Duration.ofSeconds(15);

    private final ToldChanges changes;
    private final Clock clock;
    private final UploadTable table;
    private final MediaStore store;
    private final Dropping dropping;
    private final Catalogue catalogue;
    private final Library library;

    @Inject
    public Finishing(
            ToldChanges changes,
            Clock clock,
            UploadTable table,
            MediaStore store,
            Dropping dropping,
            Catalogue catalogue,
            Library library) {
        this.changes = changes;
        this.clock = clock;
        this.table = table;
        this.store = store;
        this.dropping = dropping;
        this.catalogue = catalogue;
        this.library = library;
    }

    protected Finishing() { // CDI proxy
        this(null, null, null, null, null, null, null);
    }

    /**
     * Adds a whole upload to the library.
     *
     * @return id of the video
     * @throws Problem 415 {@code upload.not_a_video}, after which the upload is gone; 503 {@code upload.storage}
     */
    String finish(Upload upload, Tenant tenant, LearnerSession session, UploadPolicy policy) {
        if (upload.media().isPresent()) {
            return upload.media().get();
        }
        String type = sealed(upload);
        if (!policy.types().contains(type)) {
            throw dropping.refuse(upload, type);
        }
        String media = changes.make(tenant, session.learnerKey(), (transaction, told) -> {
            Upload now = table.locked(transaction, upload).orElseThrow(Finishing::gone);
            if (now.state() == Upload.State.DROPPED) {
                throw gone();
            }
            return now.media().orElseGet(() -> add(transaction, told, now, tenant, session, type));
        });
        LOG.log(
                System.Logger.Level.INFO,
                "uploaded " + Dropping.named(upload) + " media=" + media + " type=" + type + " bytes="
                        + upload.length());
        return media;
    }

    private String add(
            Handle transaction,
            Consumer<LearnerAction> told,
            Upload upload,
            Tenant tenant,
            LearnerSession session,
            String type) {
        NewVideo fresh = new NewVideo(
                upload.title(),
                new Source.Stored(upload.growth().object(), type, upload.length()),
                upload.duration(),
                upload.poster(),
                upload.language());
        String media = add(transaction, told, tenant, session, fresh).id();
        table.added(transaction, upload, media);
        return media;
    }

    /** A video that is elsewhere, told as uploaded, too: the vocabularies have no other word for it. */
    Video link(Tenant tenant, LearnerSession session, String title, Source source) {
        NewVideo fresh = new NewVideo(title, source, Optional.empty(), Optional.empty(), Optional.empty());
        Video added = changes.make(
                tenant, session.learnerKey(), (transaction, told) -> add(transaction, told, tenant, session, fresh));
        LOG.log(System.Logger.Level.INFO, "video elsewhere added tenant=" + tenant.id() + " media=" + added.id());
        return added;
    }

    private Video add(
            Handle transaction, Consumer<LearnerAction> told, Tenant tenant, LearnerSession session, NewVideo fresh) {
        Video video = catalogue.add(transaction, tenant, session, fresh);
        told.accept(new Uploaded(
                Circumstances.of(library, tenant, session), clock.instant(), library.entry(tenant, video)));
        return video;
    }

    /** Makes it whole in storage, where nobody changes it any more, and reads what it is. */
    private String sealed(Upload upload) {
        try {
            store.finish(upload.growth());
            try (InputStream in =
                    store.open(upload.growth().object(), 0, Math.min(VideoContent.BEGINNING, upload.length()))) {
                return VideoContent.type(in.readAllBytes());
            }
        } catch (StorageFailed | IOException e) {
            LOG.log(System.Logger.Level.ERROR, "cannot finish an upload " + Dropping.named(upload), e);
            throw new Problem(503, "upload.storage", "The storage does not answer. Go on in a while.")
                    .retryAfter(LATER)
                    .causedBy(e);
        }
    }

    private static Problem gone() {
        return UploadsResource.unknown();
    }
}
