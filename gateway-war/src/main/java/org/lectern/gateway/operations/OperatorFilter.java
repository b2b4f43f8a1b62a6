package org.lectern.gateway.operations;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Stands before every {@link OperatorOnly} resource; what comes out of them is for no cache. */
@Provider
@OperatorOnly
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class OperatorFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private final OperatorEntrance entrance;

    @Inject
    public OperatorFilter(OperatorEntrance entrance) {
        this.entrance = entrance;
    }

    protected OperatorFilter() { // CDI proxy
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        entrance.admit(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
