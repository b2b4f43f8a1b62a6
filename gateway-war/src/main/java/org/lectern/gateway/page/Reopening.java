package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.security.SecureRandom;
import org.jdbi.v3.core.JdbiException;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.BearerTokens;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/** Answers a page's wish to be opened again, or to open another one of the same session. Safe for any thread. */
@ApplicationScoped
public class Reopening {

    private static final System.Logger LOG = System.getLogger(Reopening.class.getName());

    private final BearerTokens tokens;
    private final Tenants tenants;
    private final OpenedPages opened;
    private final SessionPages shown;
    private final Pages pages;
    private final SecureRandom random;

    @Inject
    public Reopening(
            BearerTokens tokens,
            Tenants tenants,
            OpenedPages opened,
            SessionPages shown,
            Pages pages,
            SecureRandom random) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.opened = opened;
        this.shown = shown;
        this.pages = pages;
        this.random = random;
    }

    protected Reopening() { // CDI proxy
        this(null, null, null, null, null, null);
    }

    /** What else a session may open. */
    @FunctionalInterface
    public interface Opening {
        /** The page; 200 in any case. */
        Response.ResponseBuilder answer(Tenant tenant, LearnerSession session, SessionToken token);
    }

    /**
     * A shell that knows nobody; its script posts the token that the tab remembers.
     *
     * @param tenant whose platforms may frame it, as the address names it; any platform where nobody is named so
     */
    public Response shell(String tenant) {
        return pages.shell(Framing.named(tenants.all(), tenant)).build();
    }

    /** What the session shows: player or gallery. */
    public Response open(String tenant, InputStream body) {
        return open(tenant, body, (owner, session, token) -> {
            opened.tell(owner, session);
            return shown.answer(owner, session, token);
        });
    }

    /** Another page of the session. Fields {@code token} and {@code media}, which entry it is about. */
    public Response open(String tenant, InputStream body, Opening opening) {
        String reference = Reference.fresh(random);
        try {
            return open(Form.read(body), opening);
        } catch (Form.Unreadable | Problem refused) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "page not reopened reference=" + reference + " why=" + refused.getMessage());
            int status = refused instanceof Problem problem ? problem.status() : 400;
            return pages.answer(status, over(reference), Framing.named(tenants.all(), tenant))
                    .build();
        } catch (JdbiException away) {
            LOG.log(System.Logger.Level.ERROR, "page not reopened, database away reference=" + reference, away);
            return pages.answer(503, Notices.away(reference), Framing.named(tenants.all(), tenant))
                    .header("Retry-After", 5)
                    .build();
        }
    }

    private Response open(Form form, Opening opening) {
        SessionToken token = form.one("token").flatMap(SessionToken::read).orElseThrow(Reopening::unknown);
        LearnerSession session = tokens.admit(token.value(), false).showing(form.one("media"));
        Tenant tenant = session.institution(tenants);
        return opening.answer(tenant, session, token).build();
    }

    private static Problem unknown() {
        return new Problem(401, "session.unknown", "no session has this token");
    }

    private static Notice over(String reference) {
        return new Notice(
                "Open this activity again from your course",
                "Your time in this activity has run out, or this page was opened in another browser.",
                "Nothing you watched is lost.",
                "Go back to your course and open the activity from there.",
                reference);
    }
}
