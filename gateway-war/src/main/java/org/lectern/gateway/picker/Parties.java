package org.lectern.gateway.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.registration.PlatformRegistration;

/** Between whom an answer goes: a session's institution and its platform. Safe for any thread. */
@ApplicationScoped
public class Parties {

    private final Tenants tenants;
    private final TenantRegistrations registrations;

    @Inject
    public Parties(Tenants tenants, TenantRegistrations registrations) {
        this.tenants = tenants;
        this.registrations = registrations;
    }

    protected Parties() { // CDI proxy
        this(null, null);
    }

    Tenant tenant(LearnerSession session) {
        return tenants.find(session.tenant()).orElseThrow(Parties::gone);
    }

    PlatformRegistration registration(LearnerSession session) {
        return registrations.of(session.tenant(), session.platform()).orElseThrow(Parties::gone);
    }

    private static Problem gone() {
        return new Problem(
                410, "deep_link.platform_gone", "This platform is no longer connected. Tell your administrator.");
    }
}
