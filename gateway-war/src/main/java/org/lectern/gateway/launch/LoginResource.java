package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.lectern.gateway.page.Form;
import org.lectern.lti.login.LoginInitiation;

/**
 * Where platforms start a login, by GET or POST (Security Framework 1.0 §5.1.1.1). The browser goes back to the platform at once, or by way of
 * a page that leaves a secret in the platform's storage.
 */
@Path("/lti/login")
@ApplicationScoped
public class LoginResource {

    private final LoginAnswers answers;

    @Inject
    public LoginResource(LoginAnswers answers) {
        this.answers = answers;
    }

    protected LoginResource() { // CDI proxy
        this(null);
    }

    /** By query. */
    @GET
    public Response byQuery(@Context UriInfo uri) {
        return answers.answer(
                () -> LoginInitiation.of(
                        Form.decode(uri.getRequestUri().getRawQuery()).fields()),
                LoginStart.PLATFORM);
    }

    /** By form. */
    @POST
    public Response byForm(InputStream body) {
        return answers.answer(() -> LoginInitiation.of(Form.read(body).fields()), LoginStart.PLATFORM);
    }
}
