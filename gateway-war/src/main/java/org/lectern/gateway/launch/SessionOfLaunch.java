package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lectern.config.secret.KeyedHash;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionLifetime;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.LaunchPresentation;
import org.lectern.lti.launch.ResourceLink;
import org.lectern.lti.launch.Roles;

/** Translates a trusted launch into the session it opens. Safe for any thread. */
@ApplicationScoped
public class SessionOfLaunch {

    private static final String MEDIA = "media";
    private static final String DEFAULT_LANGUAGE = "en";

    private final Library library;
    private final MasterKey masterKey;

    @Inject
    public SessionOfLaunch(Library library, MasterKey masterKey) {
        this.library = library;
        this.masterKey = masterKey;
    }

    protected SessionOfLaunch() { // CDI proxy
        this(null, null);
    }

    /**
     * The session.
     *
     * @param id its id
     * @param platform the platform's name within the tenant
     */
    public LearnerSession session(UUID id, Launch launch, Tenant tenant, String platform, Instant now) {
        Instant expires = SessionLifetime.expires(now);
        String issuer = launch.registration().issuer();
        return new LearnerSession(
                id,
                tenant.id(),
                platform,
                KeyedHash.of(masterKey, tenant.id(), "learner").hex(issuer, launch.subject()),
                ActorChoice.of(
                        tenant.actor(), launch, library.site(tenant), KeyedHash.of(masterKey, tenant.id(), "actor")),
                role(launch.roles()),
                launch.course()
                        .map(course -> new LearnerSession.Course(
                                course.id(), course.title().or(course::label).orElse(""))),
                launch.resourceLink().map(ResourceLink::id),
                Optional.ofNullable(launch.custom().get(MEDIA))
                        .map(String::strip)
                        .filter(media -> !media.isEmpty()),
                language(launch),
                expires,
                SessionLifetime.factsUntil(expires));
    }

    private static LearnerSession.Role role(Roles roles) {
        if (roles.administrator()) {
            return LearnerSession.Role.ADMINISTRATOR;
        }
        return roles.instructor() || roles.contentDeveloper()
                ? LearnerSession.Role.INSTRUCTOR
                : LearnerSession.Role.LEARNER;
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
