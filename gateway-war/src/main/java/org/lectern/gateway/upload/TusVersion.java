package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.lectern.gateway.problem.Problem;

/** The {@code Tus-Resumable} header of requests and answers. */
@Provider
@Tus
@ApplicationScoped
public class TusVersion implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Tus-Resumable";

    /** @throws Problem 412 {@code upload.tus_version} */
    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getMethod().equals("OPTIONS") && !Tus.VERSION.equals(request.getHeaderString(HEADER))) {
            throw new Problem(412, "upload.tus_version", "Uploads are sent with tus " + Tus.VERSION + ".");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, Tus.VERSION);
        response.getHeaders().putSingle("Tus-Version", Tus.VERSION);
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}
