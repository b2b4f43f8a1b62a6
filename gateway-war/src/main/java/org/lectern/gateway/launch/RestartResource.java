package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.lectern.lti.login.LoginInitiation;
import org.lectern.lti.login.PendingLogin;
import org.lectern.lti.login.SecretHash;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * Starts a login anew, once: the address carries no session, only the state of a login that failed, and goes back
 * to the platform for everything else. Where a platform takes its hints only once, it says so at the launch address, and that
 * page says to open the activity from the course.
 */
@Path("/lti/restart/{state}")
@ApplicationScoped
public class RestartResource {

    private final JdbcPendingLogins logins;
    private final LoginAnswers answers;
    private final Clock clock;

    @Inject
    public RestartResource(JdbcPendingLogins logins, LoginAnswers answers, Clock clock) {
        this.logins = logins;
        this.answers = answers;
        this.clock = clock;
    }

    protected RestartResource() { // CDI proxy
        this(null, null, null);
    }

    /** Where a window of its own begins. */
    static String window(String state) {
        return "/lti/restart/" + state;
    }

    /** Where the same frame begins again. */
    static String frame(String state) {
        return window(state) + "/here";
    }

    /** To the platform, with a new login, in a window of its own. There is no frame to ask for storage, and the cookie works. */
    @GET
    public Response inWindow(@PathParam("state") String state) {
        return answers.answer(() -> again(SecretHash.of(state), false), LoginStart.WINDOW, CookieProbe.UNKNOWN);
    }

    /** The same in the frame where it failed. */
    @GET
    @Path("here")
    public Response inFrame(@PathParam("state") String state) {
        return answers.answer(() -> again(SecretHash.of(state), true), LoginStart.FRAME, CookieProbe.UNKNOWN);
    }

    private LoginInitiation again(String stateHash, boolean framed) {
        PendingLogin login = logins.find(stateHash)
                .orElseThrow(
                        () -> new LaunchRejected(LaunchRefusal.STATE_UNKNOWN, "no login to start anew has this state"));
        Optional<LoginHints> hints = logins.hints(stateHash);
        if (hints.isEmpty() || !logins.consume(stateHash, clock.instant())) {
            throw new LaunchRejected(
                    login.used() ? LaunchRefusal.STATE_USED : LaunchRefusal.STATE_EXPIRED,
                    "this login cannot be started anew");
        }
        return new LoginInitiation(
                login.issuer(),
                hints.get().login(),
                login.targetLinkUri().toString(),
                hints.get().message(),
                Optional.of(login.clientId()),
                login.deploymentHint(),
                framed ? login.storageTarget() : Optional.empty());
    }
}
