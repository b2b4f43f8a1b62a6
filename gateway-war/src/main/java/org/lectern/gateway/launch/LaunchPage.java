package org.lectern.gateway.launch;

import jakarta.ws.rs.core.Response;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.MessageType;

/** What a launch opens that is no resource link: a bean of another room, one for each message type that this deployment takes. */
public interface LaunchPage {

    /** The message it answers. */
    MessageType opens();

    /** The page, for a session that is open already; 200 in any case. */
    Response.ResponseBuilder answer(Tenant tenant, LearnerSession session, SessionToken token, Launch launch);
}
