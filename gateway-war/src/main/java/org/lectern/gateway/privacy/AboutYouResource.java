package org.lectern.gateway.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.action.CommentTexts;
import org.lectern.gateway.library.CourseViewing;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.JdbcSessions;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.NamingSettings;
import org.lectern.gateway.session.UnnamedLearners;
import org.lectern.gateway.session.WithSession;

/** What is recorded about the person behind the session, and the wish to be left unnamed. */
@Path("/api/v1/about-you")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class AboutYouResource {

    private static final System.Logger LOG = System.getLogger(AboutYouResource.class.getName());

    private final Tenants tenants;
    private final Library library;
    private final CourseViewing viewing;
    private final JdbcSessions sessions;
    private final UnnamedLearners unnamed;
    private final NamingSettings naming;
    private final CommentTexts texts;
    private final Jdbi jdbi;
    private final List<Kept> kept;

    @Inject
    public AboutYouResource(
            Tenants tenants,
            Library library,
            CourseViewing viewing,
            JdbcSessions sessions,
            UnnamedLearners unnamed,
            NamingSettings naming,
            CommentTexts texts,
            Jdbi jdbi,
            @Any Instance<Kept> kept) {
        this(
                tenants,
                library,
                viewing,
                sessions,
                unnamed,
                naming,
                texts,
                jdbi,
                kept.stream().toList());
    }

    AboutYouResource(
            Tenants tenants,
            Library library,
            CourseViewing viewing,
            JdbcSessions sessions,
            UnnamedLearners unnamed,
            NamingSettings naming,
            CommentTexts texts,
            Jdbi jdbi,
            List<Kept> kept) {
        this.tenants = tenants;
        this.library = library;
        this.viewing = viewing;
        this.sessions = sessions;
        this.unnamed = unnamed;
        this.naming = naming;
        this.texts = texts;
        this.jdbi = jdbi;
        this.kept = List.copyOf(kept);
    }

    protected AboutYouResource() { // CDI proxy
        this(null, null, null, null, null, null, null, null, List.of());
    }

    /** Everything the page shows. */
    @GET
    public JsonObject about(@Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        Tenant tenant = session.institution(tenants);
        Map<String, Long> counts = new TreeMap<>();
        kept.forEach(room -> counts.putAll(room.of(session)));
        AboutYouJson.Naming choice = new AboutYouJson.Naming(
                naming.mayOptOut(tenant), naming.mayOptOut(tenant) && unnamed.has(tenant.id(), session.learnerKey()));
        return AboutYouJson.of(tenant, session, choice, viewing.one(session, session.learnerKey()), library, counts)
                .add("commentText", texts.areTold(tenant.id()))
                .build();
    }

    /** Leaves the person unnamed from now on, in every course; 403 {@code names.required} where the institution wants names. */
    @PUT
    @Path("unnamed")
    public void leaveUnnamed(@Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        Tenant tenant = allowed(session);
        jdbi.useTransaction(transaction -> {
            unnamed.wish(transaction, tenant.id(), session.learnerKey(), true);
            sessions.showAs(
                    transaction,
                    session,
                    unnamed.actor(tenant.id(), library.site(tenant).home(), session.learnerKey()));
        });
        sessions.forget(session);
        LOG.log(System.Logger.Level.INFO, () -> "left unnamed tenant=" + tenant.id() + " session=" + session.id());
    }

    /** Ends that; from the next launch on. */
    @DELETE
    @Path("unnamed")
    public void name(@Context ContainerRequestContext request) {
        LearnerSession session = CurrentSession.of(request);
        Tenant tenant = allowed(session);
        jdbi.useTransaction(transaction -> unnamed.wish(transaction, tenant.id(), session.learnerKey(), false));
        LOG.log(System.Logger.Level.INFO, () -> "named again tenant=" + tenant.id() + " session=" + session.id());
    }

    private Tenant allowed(LearnerSession session) {
        Tenant tenant = session.institution(tenants);
        if (!naming.mayOptOut(tenant)) {
            throw new Problem(
                    403,
                    "names.required",
                    "Your institution decides how you appear in its records and gives no choice here. Ask it.");
        }
        return tenant;
    }
}
