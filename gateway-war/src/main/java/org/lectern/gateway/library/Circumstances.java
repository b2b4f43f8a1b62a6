package org.lectern.gateway.library;

import org.lectern.adapter.action.ActionContext;
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
                tenant.adapterSettings());
    }
}
