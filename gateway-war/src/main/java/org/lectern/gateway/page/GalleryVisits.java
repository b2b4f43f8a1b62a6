package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.session.LearnerSession;

/** Whether a learner opens the course's gallery. Whatever a player is used for, its own facts tell. Safe for any thread. */
@ApplicationScoped
public class GalleryVisits {

    private final Library library;

    @Inject
    public GalleryVisits(Library library) {
        this.library = library;
    }

    protected GalleryVisits() { // CDI proxy
        this(null);
    }

    /** What this opening has to tell: nothing when it shows something else, or a gallery that belongs to no course. */
    public Optional<CategoryViewed> visit(Tenant tenant, LearnerSession session, Instant at) {
        if (!(Shown.of(library, tenant, session) instanceof Shown.Gallery)) {
            return Optional.empty();
        }
        return library.gallery(tenant, session)
                .map(gallery -> new CategoryViewed(Circumstances.of(library, tenant, session), at, gallery));
    }
}
