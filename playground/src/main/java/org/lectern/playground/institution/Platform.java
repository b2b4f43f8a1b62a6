package org.lectern.playground.institution;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A practice platform: the path segment it lives under ({@code acme}), its issuer, and its registrations. It has more
 * than one when tenants share an issuer, as they do on hosted LMSs.
 */
public record Platform(String path, String issuer, List<Registration> registrations) {
    public Platform {
        registrations = List.copyOf(registrations);
    }

    /** The names of all tenants it serves. */
    public String name() {
        return registrations.stream().map(Registration::tenantName).distinct().collect(Collectors.joining(" and "));
    }
}
