package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.lectern.gateway.page.Form;
import org.lectern.gateway.page.Reference;
import org.lectern.lti.launch.CookieBinding;
import org.lectern.lti.login.LoginInitiation;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/** Sends a browser to its platform to be told who it is, or says why not. Safe for any thread. */
@ApplicationScoped
public class LoginAnswers {

    private final LtiTool tool;
    private final Refusing refusing;
    private final SecureRandom random;

    @Inject
    public LoginAnswers(LtiTool tool, Refusing refusing, SecureRandom random) {
        this.tool = tool;
        this.refusing = refusing;
        this.random = random;
    }

    protected LoginAnswers() { // CDI proxy
        this(null, null, null);
    }

    /** @param asked the platform's request; what it throws is answered */
    public Response answer(Supplier<LoginInitiation> asked) {
        String correlation = Reference.fresh(random);
        try {
            try {
                return redirect(tool.start(asked.get()));
            } catch (Form.Unreadable unreadable) {
                throw new LaunchRejected(LaunchRefusal.LOGIN_PARAMETER_INVALID, unreadable.getMessage(), unreadable);
            }
        } catch (LaunchRejected refused) {
            return refuse(refused, correlation);
        } catch (JdbiException away) {
            return refusing.away(away, correlation);
        }
    }

    private Response refuse(LaunchRejected refused, String correlation) {
        try {
            return refusing.answer(refused, Optional.empty(), correlation).build();
        } catch (JdbiException away) {
            return refusing.away(away, correlation);
        }
    }

    /** 303: a GET whatever the platform used. The cookie is written by hand: JAX-RS 3.1 knows no Partitioned. */
    private Response redirect(LoginStarted started) {
        return Response.seeOther(started.redirect())
                .header("Set-Cookie", CookieBinding.header(started, tool.loginLifetime()))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
