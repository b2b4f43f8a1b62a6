package org.lectern.gateway.launch;

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
import org.lectern.gateway.page.Form;
import org.lectern.lti.login.LoginInitiation;

/**
 * Where platforms start a login, by GET or POST (Security Framework 1.0 §5.1.1.1). A frame goes round by {@code tried} once, to see whether
 * cookies come back in it. Then the browser goes back to the platform; where cookies do not come back, by way of a page that
 * leaves a secret in the platform's storage.
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
    public Response byQuery(@Context UriInfo uri, @Context HttpHeaders headers) {
        return byQuery(uri, CookieProbe.of(headers, false));
    }

    /** By form. */
    @POST
    public Response byForm(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return byForm(body, uri, CookieProbe.of(headers, false));
    }

    /** The same, once the probe's cookie was set. */
    @GET
    @Path("tried")
    public Response byQueryAgain(@Context UriInfo uri, @Context HttpHeaders headers) {
        return byQuery(uri, CookieProbe.of(headers, true));
    }

    /** The same, once the probe's cookie was set. */
    @POST
    @Path("tried")
    public Response byFormAgain(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        return byForm(body, uri, CookieProbe.of(headers, true));
    }

    /** Where a frame ends in which neither cookie nor the platform's storage works: the way to a window. */
    @GET
    @Path("unbound/{state}")
    public Response unbound(@PathParam("state") String state) {
        return answers.unbound(state);
    }

    static String unboundPath(String state) {
        return "/lti/login/unbound/" + state;
    }

    private Response byQuery(UriInfo uri, CookieProbe probe) {
        String query = uri.getRequestUri().getRawQuery();
        return probe == CookieProbe.TO_TRY
                ? answers.tryCookie(query)
                : answers.answer(() -> LoginInitiation.of(Form.decode(query).fields()), LoginStart.PLATFORM, probe);
    }

    private Response byForm(InputStream body, UriInfo uri, CookieProbe probe) {
        return probe == CookieProbe.TO_TRY
                ? answers.tryCookie(uri.getRequestUri().getRawQuery())
                : answers.answer(() -> LoginInitiation.of(Form.read(body).fields()), LoginStart.PLATFORM, probe);
    }
}
