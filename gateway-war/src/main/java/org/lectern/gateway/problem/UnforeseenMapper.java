package org.lectern.gateway.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS itself refuses, told as a problem; everything else is {@link Unforeseen}. */
@Provider
public class UnforeseenMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return status < 400
                    ? web.getResponse()
                    : ProblemJson.answer(new Problem(
                            status,
                            "http." + status,
                            web.getResponse().getStatusInfo().getReasonPhrase()));
        }
        return ProblemJson.answer(Unforeseen.problem(thrown));
    }
}
