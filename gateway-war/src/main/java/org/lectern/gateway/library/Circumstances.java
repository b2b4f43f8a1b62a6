package org.lectern.gateway.library;

import java.util.Optional;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Launch;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;

/** The circumstances of whatever a session's learner does. */
public final class Circumstances {

    private Circumstances() {}

    /** Who, where, in which course; as statements tell it. */
    public static ActionContext of(Library library, Tenant tenant, LearnerSession session) {
        return new ActionContext(
                tenant.id().value(),
                session.actor(),
                library.site(tenant),
                library.gallery(tenant, session),
                session.language(),
                tenant.adapterSettings(),
                Optional.of(launch(tenant, session)));
    }

    private static Launch launch(Tenant tenant, LearnerSession session) {
        return new Launch(
                session.id(),
                tenant.platforms().stream()
                        .filter(known -> known.name().equals(session.platform()))
                        .map(Platform::issuer)
                        .findFirst(),
                session.course().map(LearnerSession.Course::id),
                session.linkId(),
                session.courseRoles());
    }
}
