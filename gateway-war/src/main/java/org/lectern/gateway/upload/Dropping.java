package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.storage.MediaStore;
import org.lectern.gateway.storage.StorageFailed;

/**
 * Throws uploads away: first nobody gets at them any more, then their bytes go, then their row. Whatever is interrupted, the sweep ends.
 * Safe for any thread.
 */
@ApplicationScoped
public class Dropping {

    private static final System.Logger LOG = System.getLogger(Dropping.class.getName());

    private final UploadTable table;
    private final MediaStore store;

    @Inject
    public Dropping(UploadTable table, MediaStore store) {
        this.table = table;
        this.store = store;
    }

    protected Dropping() { // CDI proxy
        this(null, null);
    }

    /** Throws away what is no video, and says so. */
    Problem refuse(Upload upload, String type) {
        LOG.log(System.Logger.Level.INFO, "upload refused " + named(upload) + " type=" + type);
        drop(upload);
        return new Problem(
                415,
                "upload.not_a_video",
                "By its content this file is " + type + ", which is not taken here. Choose an MP4 or WebM video.");
    }

    /** Throws it away. Bytes that somebody writes at this moment go with the next sweep. */
    void drop(Upload upload) {
        if (table.drop(upload) && table.quiet(upload)) {
            try {
                clear(upload);
            } catch (StorageFailed e) {
                LOG.log(System.Logger.Level.WARNING, "an upload's bytes stay until the next sweep " + named(upload), e);
            }
        }
    }

    /**
     * Takes the bytes and the row of what was dropped.
     *
     * @throws StorageFailed and changes nothing
     */
    void clear(Upload upload) {
        store.abandon(upload.growth());
        upload.poster().ifPresent(store::delete);
        table.forget(upload);
    }

    /** For logs. */
    static String named(Upload upload) {
        return "tenant=" + upload.tenant() + " upload=" + upload.id();
    }
}
