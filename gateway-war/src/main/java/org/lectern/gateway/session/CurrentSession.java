package org.lectern.gateway.session;

import jakarta.ws.rs.container.ContainerRequestContext;

/** The session of the request being answered; there is one behind every {@link WithSession}. */
public final class CurrentSession {

    private static final String PROPERTY = LearnerSession.class.getName();

    private CurrentSession() {}

    /** The session that the request's bearer token belongs to. */
    public static LearnerSession of(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof LearnerSession session) {
            return session;
        }
        throw new IllegalStateException("this resource is not marked @WithSession");
    }

    static void set(ContainerRequestContext request, LearnerSession session) {
        request.setProperty(PROPERTY, session);
    }
}
