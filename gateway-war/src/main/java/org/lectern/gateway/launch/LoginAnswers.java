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
import org.lectern.lti.login.PlatformStorage;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/** Sends a browser to its platform to be told who it is, or says why not. Safe for any thread. */
@ApplicationScoped
public class LoginAnswers {

    private final LtiTool tool;
    private final Refusing refusing;
    private final BindingPages pages;
    private final SecureRandom random;

    @Inject
    public LoginAnswers(LtiTool tool, Refusing refusing, BindingPages pages, SecureRandom random) {
        this.tool = tool;
        this.refusing = refusing;
        this.pages = pages;
        this.random = random;
    }

    protected LoginAnswers() { // CDI proxy
        this(null, null, null, null);
    }

    /**
     * The way to the platform.
     *
     * @param asked the platform's request; what it throws is answered
     */
    public Response answer(Supplier<LoginInitiation> asked, LoginStart start, CookieProbe probe) {
        String correlation = Reference.fresh(random);
        try {
            try {
                return toPlatform(tool.start(asked.get(), start), probe, correlation);
            } catch (Form.Unreadable unreadable) {
                throw new LaunchRejected(LaunchRefusal.LOGIN_PARAMETER_INVALID, unreadable.getMessage(), unreadable);
            }
        } catch (LaunchRejected refused) {
            return refuse(refused, Optional.empty(), correlation);
        } catch (JdbiException away) {
            return refusing.away(away, correlation);
        }
    }

    /**
     * Round by a place that sees whether a cookie comes back. 307: the same method and form again.
     *
     * @param query as the platform sent it, or null
     */
    public Response tryCookie(String query) {
        return Response.status(Response.Status.TEMPORARY_REDIRECT)
                .header("Location", tool.beside("login/tried") + (query == null ? "" : "?" + query))
                .header("Set-Cookie", CookieProbe.COOKIE)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** The recovery page of a login whose browser can carry nothing in its frame. */
    public Response unbound(String state) {
        String correlation = Reference.fresh(random);
        try {
            return refuse(tool.unbound(state), Optional.of(state), correlation);
        } catch (JdbiException away) {
            return refusing.away(away, correlation);
        }
    }

    private Response refuse(LaunchRejected refused, Optional<String> state, String correlation) {
        try {
            return refusing.answer(refused, state, correlation).build();
        } catch (JdbiException away) {
            return refusing.away(away, correlation);
        }
    }

    /**
     * By way of a page where the platform offers storage and the cookie may not come back. Not at all, where nothing would: the platform might
     * take its hints only once. The cookie is written by hand: JAX-RS 3.1 knows no Partitioned.
     */
    private Response toPlatform(LoginStarted started, CookieProbe probe, String correlation) {
        Optional<PlatformStorage> storage = PlatformStorage.of(started).filter(offered -> probe != CookieProbe.WORKS);
        if (storage.isEmpty() && probe == CookieProbe.BLOCKED) {
            return refuse(tool.unbound(started.state()), Optional.of(started.state()), correlation);
        }
        return storage.map(offered -> pages.keep(started, offered, probe == CookieProbe.BLOCKED))
                .orElseGet(() -> redirect(started))
                .header("Set-Cookie", CookieBinding.header(started, tool.loginLifetime()))
                .build();
    }

    /** 303: a GET whatever the platform used. */
    private static Response.ResponseBuilder redirect(LoginStarted started) {
        return Response.seeOther(started.redirect())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
    }
}
