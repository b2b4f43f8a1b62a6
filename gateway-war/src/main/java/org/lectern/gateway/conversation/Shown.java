package org.lectern.gateway.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/** The video that a request is about, and whose it is. */
record Shown(Tenant tenant, Video video) {

    /** Finds it among what the session's institution has. Safe for any thread. */
    @ApplicationScoped
    static class Finder {

        private final Tenants tenants;
        private final Library library;

        @Inject
        Finder(Tenants tenants, Library library) {
            this.tenants = tenants;
            this.library = library;
        }

        protected Finder() { // CDI proxy
            this(null, null);
        }

        /** @throws Problem 401 {@code session.unknown} or 404 {@code media.unknown} */
        Shown find(LearnerSession session, String media) {
            Tenant tenant = session.institution(tenants);
            return library.open(tenant, session, media)
                    .map(video -> new Shown(tenant, video))
                    .orElseThrow(() -> new Problem(404, "media.unknown", "There is no such video here."));
        }
    }
}
