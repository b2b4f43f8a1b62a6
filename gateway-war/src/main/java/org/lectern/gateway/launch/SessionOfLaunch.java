package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Actor;
import org.lectern.config.secret.KeyedHash;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.connection.RoleMappings;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.session.LearnerKey;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.NamingSettings;
import org.lectern.gateway.session.SessionLifetime;
import org.lectern.gateway.session.UnnamedLearners;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.LaunchPresentation;
import org.lectern.lti.launch.ResourceLink;
import org.lectern.lti.launch.RoleDecision;

/** Translates a trusted launch into the session it opens. Safe for any thread. */
@ApplicationScoped
public class SessionOfLaunch {

    private static final String MEDIA = "media";
    private static final String DEFAULT_LANGUAGE = "en";
    private static final int MOST_ROLES = 20;

    private final Library library;
    private final MasterKey masterKey;
    private final RoleMappings mappings;
    private final NamingSettings naming;
    private final UnnamedLearners unnamed;

    @Inject
    public SessionOfLaunch(
            Library library,
            MasterKey masterKey,
            RoleMappings mappings,
            NamingSettings naming,
            UnnamedLearners unnamed) {
        this.library = library;
        this.masterKey = masterKey;
        this.mappings = mappings;
        this.naming = naming;
        this.unnamed = unnamed;
    }

    protected SessionOfLaunch() { // CDI proxy
        this(null, null, null, null, null);
    }

    /**
     * The session.
     *
     * @param id its id
     * @param platform the platform's name within the tenant
     */
    public LearnerSession session(UUID id, Launch launch, Tenant tenant, String platform, Instant now) {
        Instant expires = SessionLifetime.expires(now);
        String learnerKey = LearnerKey.at(
                        masterKey, tenant.id(), launch.registration().issuer())
                .of(launch.subject());
        return new LearnerSession(
                id,
                tenant.id(),
                platform,
                learnerKey,
                actor(launch, tenant, learnerKey),
                role(launch.roles().decide(mappings.of(tenant.id(), platform))),
                launch.course()
                        .map(course -> new LearnerSession.Course(
                                course.id(), course.title().or(course::label).orElse(""))),
                launch.resourceLink().map(ResourceLink::id),
                Optional.ofNullable(launch.custom().get(MEDIA))
                        .map(String::strip)
                        .filter(media -> !media.isEmpty()),
                language(launch),
                expires,
                SessionLifetime.factsUntil(expires),
                launch.roles().inCourse().stream().limit(MOST_ROLES).toList());
    }

    private Actor actor(Launch launch, Tenant tenant, String learnerKey) {
        Site site = library.site(tenant);
        return naming.mayOptOut(tenant) && unnamed.has(tenant.id(), learnerKey)
                ? unnamed.actor(tenant.id(), site.home(), learnerKey)
                : ActorChoice.of(tenant.actor(), launch, site, KeyedHash.of(masterKey, tenant.id(), "actor"));
    }

    private static LearnerSession.Role role(RoleDecision decision) {
        return switch (decision.right()) {
            case ADMINISTRATOR -> LearnerSession.Role.ADMINISTRATOR;
            case INSTRUCTOR, CONTENT_DEVELOPER -> LearnerSession.Role.INSTRUCTOR;
            case LEARNER -> LearnerSession.Role.LEARNER;
        };
    }

    /** Platforms write {@code en_US} as often as {@code en-US}; what is no language at all becomes English. */
    private static String language(Launch launch) {
        String tag = launch.presentation()
                .flatMap(LaunchPresentation::locale)
                .map(locale ->
                        Locale.forLanguageTag(locale.strip().replace('_', '-')).toLanguageTag())
                .orElse(DEFAULT_LANGUAGE);
        return tag.equals("und") ? DEFAULT_LANGUAGE : tag;
    }
}
