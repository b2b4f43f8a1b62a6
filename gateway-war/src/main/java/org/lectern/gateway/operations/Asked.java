package org.lectern.gateway.operations;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.problem.Problem;

/** Reads what a query asks for; what makes no sense is a 400 by name. Pure. */
final class Asked {

    static final int LIMIT = 50;
    static final int MOST = 1_000;

    private Asked() {}

    /** @param text the parameter, or null for {@value #LIMIT} */
    static int limit(String text) {
        if (absent(text)) {
            return LIMIT;
        }
        long limit = number("limit", text);
        if (limit < 1 || limit > MOST) {
            throw new Problem(400, "limit.invalid", "limit must be 1 to " + MOST + ", found " + limit + ".");
        }
        return (int) limit;
    }

    /** A row's number as a cursor. */
    static OptionalLong cursor(String name, String text) {
        return absent(text) ? OptionalLong.empty() : OptionalLong.of(number(name, text));
    }

    static Optional<String> text(String text) {
        return absent(text) ? Optional.empty() : Optional.of(text.strip());
    }

    /** A tenant to narrow a list to, known or not: what is kept outlives a tenant's configuration. */
    static Optional<String> tenant(String text) {
        return text(text).map(id -> id(id).value());
    }

    /**
     * A tenant that is configured.
     *
     * @throws Problem 404 {@code tenant.unknown}
     */
    static Tenant known(Tenants tenants, String text) {
        return tenants.find(id(text))
                .orElseThrow(() -> new Problem(404, "tenant.unknown", "There is no tenant '" + id(text) + "'."));
    }

    static TenantId id(String text) {
        try {
            return new TenantId(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "tenant.invalid", "A tenant's id is 1 to 40 lower-case letters, digits and hyphens.")
                    .causedBy(e);
        }
    }

    static long number(String name, String text) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name).causedBy(e);
        }
        throw invalid(name);
    }

    static UUID uuid(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, name + ".invalid", name + " must be a UUID.").causedBy(e);
        }
    }

    private static Problem invalid(String name) {
        return new Problem(400, name + ".invalid", name + " must be a whole number, 0 or more.");
    }

    private static boolean absent(String text) {
        return text == null || text.isBlank();
    }
}
