package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.action.ActionBus;
import org.lectern.gateway.library.Circumstances;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.session.LearnerSession;

/** Tells that a learner opened the course's gallery. Whatever a player is used for, its own facts tell. Safe for any thread. */
@ApplicationScoped
public class GalleryVisits {

    private final Library library;
    private final ActionBus bus;

    @Inject
    public GalleryVisits(Library library, ActionBus bus) {
        this.library = library;
        this.bus = bus;
    }

    protected GalleryVisits() { // CDI proxy
        this(null, null);
    }

    /** The statements of this opening: none when it shows something else, or a gallery that belongs to no course. */
    public List<OutboxEntry> tell(Tenant tenant, LearnerSession session, Instant at) {
        if (!(Shown.of(library, tenant, session) instanceof Shown.Gallery)) {
            return List.of();
        }
        return library.gallery(tenant, session)
                .map(gallery -> new CategoryViewed(Circumstances.of(library, tenant, session), at, gallery))
                .map(viewed -> bus.tell(tenant, session.learnerKey(), viewed))
                .orElse(List.of());
    }
}
