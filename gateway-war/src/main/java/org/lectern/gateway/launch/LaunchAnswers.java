package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.page.Form;
import org.lectern.gateway.page.Reference;
import org.lectern.gateway.page.SessionPages;
import org.lectern.lti.launch.CookieBinding;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.LaunchRequest;
import org.lectern.lti.launch.VerifiedLaunch;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/** Answers launches: verified, opened, shown; or refused by name. Safe for any thread. */
@ApplicationScoped
public class LaunchAnswers {

    private static final System.Logger LOG = System.getLogger(LaunchAnswers.class.getName());

    private final LtiTool tool;
    private final LaunchOpening opening;
    private final Refusing refusing;
    private final LaunchTally tally;
    private final Tenants tenants;
    private final SessionPages pages;
    private final BindingPages bindingPages;
    private final LaunchFollowers followers;
    private final SecureRandom random;

    @Inject
    public LaunchAnswers(
            LtiTool tool,
            LaunchOpening opening,
            Refusing refusing,
            LaunchTally tally,
            Tenants tenants,
            SessionPages pages,
            BindingPages bindingPages,
            LaunchFollowers followers,
            SecureRandom random) {
        this.tool = tool;
        this.opening = opening;
        this.refusing = refusing;
        this.tally = tally;
        this.tenants = tenants;
        this.pages = pages;
        this.bindingPages = bindingPages;
        this.followers = followers;
        this.random = random;
    }

    protected LaunchAnswers() { // CDI proxy
        this(null, null, null, null, null, null, null, null, null);
    }

    /** The page that the launch opens, one that asks the platform's storage, or the recovery page. */
    public Response answer(LaunchPost post) {
        String correlation = Reference.fresh(random);
        try {
            return launch(form(post.body()), post, correlation);
        } catch (LaunchRejected refused) {
            return refuse(refused, Optional.empty(), correlation);
        } catch (JdbiException away) {
            return refusing.away(away, correlation);
        }
    }

    /** The launch address by GET: a friendly word instead of an error page. */
    public Response notPosted() {
        String correlation = Reference.fresh(random);
        try {
            return refusing.answer(
                            405,
                            new LaunchRejected(LaunchRefusal.REQUEST_MALFORMED, "opened by GET; platforms post here"),
                            Optional.empty(),
                            correlation)
                    .header("Allow", "POST")
                    .build();
        } catch (JdbiException away) {
            return refusing.away(away, correlation);
        }
    }

    private Response launch(Form form, LaunchPost post, String correlation) {
        Optional<String> state = form.one("state");
        try {
            boolean ours = post.byOwnPage(tool.origin());
            LaunchRequest request = request(form, post, ours);
            try {
                return open(tool.verify(request), correlation)
                        .header("Set-Cookie", CookieBinding.removal(state.orElseThrow()))
                        .build();
            } catch (LaunchRejected refused) {
                return askStorage(refused, form, request, ours);
            }
        } catch (LaunchRejected refused) {
            return refuse(refused, state, correlation);
        }
    }

    private static LaunchRequest request(Form form, LaunchPost post, boolean ours) {
        LaunchRequest request = LaunchRequest.of(form.fields(), post.cookies());
        Optional<String> secret = form.one(BindingPages.FIELD).filter(read -> ours);
        return secret.map(request::boundBy).orElse(request);
    }

    /** Before a launch without a cookie is refused, the platform's storage is asked, once, where there is one. */
    private Response askStorage(LaunchRejected refused, Form form, LaunchRequest request, boolean ours) {
        boolean asked = form.fields().containsKey(BindingPages.FIELD);
        if (refused.refusal() != LaunchRefusal.BINDING_MISSING || asked && ours) {
            throw refused;
        }
        if (asked) {
            throw new LaunchRejected(
                    LaunchRefusal.BINDING_WRONG,
                    "a page that is not ours posted what it said the platform had kept",
                    refused.source(),
                    refused);
        }
        return tool.storage(request)
                .map(storage -> bindingPages.takeBack(
                        request.idToken().orElseThrow(), request.state().orElseThrow(), storage, refused.source()))
                .orElseThrow(() -> refused)
                .build();
    }

    private Response.ResponseBuilder open(VerifiedLaunch verified, String correlation) {
        Tenant tenant = tenant(verified);
        LaunchOpening.Opened opened = opening.open(verified, tenant, correlation);
        LOG.log(
                System.Logger.Level.INFO,
                () -> "launch accepted tenant=" + tenant.id() + " platform="
                        + opened.session().platform() + " session="
                        + opened.session().id() + " carrier="
                        + opened.carrier().code() + " correlation="
                        + correlation);
        tally.count("accepted", Optional.of(tenant.id()), Optional.of(opened.carrier()));
        return page(verified.launch(), tenant, opened);
    }

    private Response.ResponseBuilder page(Launch launch, Tenant tenant, LaunchOpening.Opened opened) {
        return followers
                .page(launch.messageType())
                .map(page -> page.answer(tenant, opened.session(), opened.token(), launch))
                .orElseGet(() -> pages.answer(tenant, opened.session(), opened.token()));
    }

    /** The tenant may have been taken away in the meantime: then its registration is gone, too. */
    private Tenant tenant(VerifiedLaunch verified) {
        return tenants.find(TenantRegistrations.origin(
                                verified.launch().registration().id())
                        .tenant())
                .orElseThrow(() -> new LaunchRejected(
                        LaunchRefusal.LOGIN_REGISTRATION_UNKNOWN, "the institution was taken away in the meantime"));
    }

    private Response refuse(LaunchRejected refused, Optional<String> state, String correlation) {
        try {
            return refusing.answer(refused, state, correlation).build();
        } catch (JdbiException away) {
            return refusing.away(away, correlation);
        }
    }

    private static Form form(InputStream body) {
        try {
            return Form.read(body);
        } catch (Form.Unreadable unreadable) {
            throw new LaunchRejected(LaunchRefusal.REQUEST_MALFORMED, unreadable.getMessage(), unreadable);
        }
    }
}
