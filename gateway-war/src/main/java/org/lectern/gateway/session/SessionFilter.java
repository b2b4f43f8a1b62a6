package org.lectern.gateway.session;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Lets a request through to a resource marked {@link WithSession} when its bearer token opens a session. */
@Provider
@WithSession
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class SessionFilter implements ContainerRequestFilter {

    private final BearerTokens tokens;

    /** Set by JAX-RS, which knows no constructor injection of it into CDI beans; a proxy for the current request. */
    @Context
    private ResourceInfo resource;

    @Inject
    public SessionFilter(BearerTokens tokens) {
        this.tokens = tokens;
    }

    protected SessionFilter() { // CDI proxy
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        CurrentSession.set(request, tokens.authorize(request.getHeaderString(HttpHeaders.AUTHORIZATION), lateFacts()));
    }

    private boolean lateFacts() {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(WithSession.class))
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(WithSession.class)))
                .map(WithSession::lateFacts)
                .orElse(false);
    }
}
