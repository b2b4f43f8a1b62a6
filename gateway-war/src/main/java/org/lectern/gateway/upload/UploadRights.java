package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lectern.gateway.library.Adding;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/** Who may add videos, as each institution wants it. Safe for any thread. */
@ApplicationScoped
public class UploadRights implements Adding {

    private final UploadSettings settings;

    @Inject
    public UploadRights(UploadSettings settings) {
        this.settings = settings;
    }

    protected UploadRights() { // CDI proxy
        this(null);
    }

    @Override
    public boolean mayAdd(LearnerSession session) {
        return switch (settings.policy(session.tenant()).by()) {
            case EVERYBODY -> true;
            case STAFF -> session.role() != LearnerSession.Role.LEARNER;
            case NOBODY -> false;
        };
    }

    /** @throws Problem 403 {@code upload.not_allowed} when they may not */
    void require(LearnerSession session) {
        if (!mayAdd(session)) {
            throw new Problem(
                    403,
                    "upload.not_allowed",
                    "Your institution does not let you add videos. Ask whoever teaches here.");
        }
    }
}
