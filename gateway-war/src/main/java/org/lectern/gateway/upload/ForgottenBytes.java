package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lectern.gateway.library.Poster;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.library.VideoForgotten;
import org.lectern.gateway.storage.MediaStore;

/** Takes the bytes of videos that are forgotten out of storage. When that fails the video is not forgotten yet, and is tried again. */
@ApplicationScoped
public class ForgottenBytes {

    private final MediaStore store;

    @Inject
    public ForgottenBytes(MediaStore store) {
        this.store = store;
    }

    protected ForgottenBytes() { // CDI proxy
        this(null);
    }

    void follow(@Observes VideoForgotten forgotten) {
        if (forgotten.video().source() instanceof Source.Stored stored) {
            store.delete(stored.object());
        }
        if (forgotten.video().poster().orElse(null) instanceof Poster.Stored picture) {
            store.delete(picture.object());
        }
    }
}
