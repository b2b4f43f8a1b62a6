package org.lectern.gateway.page;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/** Another room's page, such as the picker's: a bean that knows its own sessions again when their page is reloaded. */
public interface OtherPage {

    /** The page of this session; empty when it was opened for something else. */
    Optional<Response.ResponseBuilder> reopened(Tenant tenant, LearnerSession session, SessionToken token);
}
