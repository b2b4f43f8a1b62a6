package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Where platforms post their launches: our redirect URI (Security Framework 1.0 §5.1.1.3). */
@Path("/lti/launch")
@ApplicationScoped
public class LaunchResource {

    private final LaunchAnswers answers;

    @Inject
    public LaunchResource(LaunchAnswers answers) {
        this.answers = answers;
    }

    protected LaunchResource() { // CDI proxy
        this(null);
    }

    /** A launch: 200 with the page it opens, or with the one that asks the platform's storage; or the recovery page. */
    @POST
    public Response launch(InputStream body, @Context HttpHeaders headers) {
        return answers.answer(LaunchPost.of(body, headers));
    }

    /** Somebody who opened, bookmarked or reloaded the address itself. */
    @GET
    public Response visit() {
        return answers.notPosted();
    }
}
