package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.function.Supplier;
import org.lectern.gateway.page.Form;
import org.lectern.gateway.problem.Problem;

/** Where an invitation leads: platforms open it to register this tool (LTI Dynamic Registration 1.0 §3.4), people to do it by hand. */
@Path("/lti/register/{invitation}")
@ApplicationScoped
public class RegisterResource {

    private final RegisterAnswers answers;

    @Inject
    public RegisterResource(RegisterAnswers answers) {
        this.answers = answers;
    }

    protected RegisterResource() { // CDI proxy
        this(null);
    }

    /** What would be registered, or the page to do it by hand; changes nothing. */
    @GET
    public Response show(@PathParam("invitation") String token, @Context UriInfo uri, @Context HttpHeaders headers) {
        Form query = read(() -> Form.decode(uri.getRequestUri().getRawQuery()));
        return answers.show(token, query, headers.getAcceptableLanguages());
    }

    /** Registers. The invitation in the address is all the permission there is: no cookie, so nothing to forge. */
    @POST
    public Response register(@PathParam("invitation") String token, InputStream body, @Context HttpHeaders headers) {
        Form form = read(() -> Form.read(body));
        return answers.register(token, form, headers.getAcceptableLanguages());
    }

    private static Form read(Supplier<Form> reading) {
        try {
            return reading.get();
        } catch (Form.Unreadable unreadable) {
            throw new Problem(400, "form.unreadable", "This request is not a form, or larger than forms are.")
                    .causedBy(unreadable);
        }
    }
}
