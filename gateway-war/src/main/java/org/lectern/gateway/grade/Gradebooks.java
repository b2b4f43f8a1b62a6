package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.grade.Gradebook;
import org.lectern.lti.registration.PlatformRegistration;

/** The platforms' gradebooks, by a session's institution and platform. Safe for any thread. */
@ApplicationScoped
public class Gradebooks {

    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final TenantRegistrations registrations;
    private final PlatformServices services;
    private final Clock clock;
    private final Duration within;

    @Inject
    public Gradebooks(TenantRegistrations registrations, PlatformServices services, Clock clock) {
        this(registrations, services, clock, WITHIN);
    }

    Gradebooks(TenantRegistrations registrations, PlatformServices services, Clock clock, Duration within) {
        this.registrations = registrations;
        this.services = services;
        this.clock = clock;
        this.within = within;
    }

    protected Gradebooks() { // CDI proxy
        this(null, null, null, WITHIN);
    }

    Optional<PlatformRegistration> registration(TenantId tenant, String platform) {
        return registrations.of(tenant, platform);
    }

    /** @param scopes what the platform lets us do there */
    Gradebook of(PlatformRegistration registration, Set<String> scopes) {
        return new Gradebook(services, clock, registration, scopes, within);
    }
}
