package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.lti.registration.RoleMapping;

/**
 * What the roles of each platform mean: as the configuration says, else as the operator said (table {@code role_mapping}), else as
 * the standard says. What another node changed is seen after some seconds. Safe for any thread.
 */
@ApplicationScoped
public class RoleMappings {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final String SAVE = """
            insert into role_mapping (tenant, platform, instructor, learner)
            values (:tenant, :platform, :instructor, :learner)
            on conflict (tenant, platform) do update set instructor = excluded.instructor, learner = excluded.learner,
                updated = now()
            """;

    private final Tenants tenants;
    private final Jdbi jdbi;
    private final Clock clock;
    private Map<Place, RoleMapping> kept = Map.of();
    private Instant until = Instant.MIN;

    @Inject
    public RoleMappings(Tenants tenants, Jdbi jdbi, Clock clock) {
        this.tenants = tenants;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    protected RoleMappings() { // CDI proxy
        this(null, null, null);
    }

    /** Whose platform, by its name there. */
    public record Place(TenantId tenant, String platform) {}

    /** What counts. */
    public RoleMapping of(TenantId tenant, String platform) {
        return declared(tenant, platform)
                .orElseGet(() -> kept().getOrDefault(new Place(tenant, platform), RoleMapping.NONE));
    }

    /** What the configuration says, if it says anything: then nothing else counts. */
    public Optional<RoleMapping> declared(TenantId tenant, String platform) {
        return tenants.find(tenant).stream()
                .flatMap(owner -> owner.platforms().stream())
                .filter(known -> known.name().equals(platform))
                .map(Platform::roles)
                .filter(mapping -> !mapping.isEmpty())
                .findFirst();
    }

    /** What the operator said, by tenant and platform. */
    public synchronized Map<Place, RoleMapping> kept() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            kept = read();
            until = now.plus(REMEMBERED);
        }
        return kept;
    }

    /** Keeps a mapping; the empty one takes it away. */
    public synchronized void keep(Place place, RoleMapping mapping) {
        if (mapping.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "delete from role_mapping where tenant = :tenant and platform = :platform")
                    .bind("tenant", place.tenant().value())
                    .bind("platform", place.platform())
                    .execute());
        } else {
            jdbi.useHandle(handle -> handle.createUpdate(SAVE)
                    .bind("tenant", place.tenant().value())
                    .bind("platform", place.platform())
                    .bind("instructor", text(mapping.instructor()))
                    .bind("learner", text(mapping.learner()))
                    .execute());
        }
        until = Instant.MIN;
    }

    private Map<Place, RoleMapping> read() {
        Map<Place, RoleMapping> read = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select tenant, platform, instructor, learner from role_mapping order by tenant, platform")
                .map((row, context) -> read.put(
                        new Place(new TenantId(row.getString("tenant")), row.getString("platform")),
                        new RoleMapping(roles(row.getString("instructor")), roles(row.getString("learner")))))
                .list());
        return read;
    }

    /** No role has a blank in it. */
    private static String text(Set<String> roles) {
        return String.join(" ", roles.stream().sorted().toList());
    }

    private static Set<String> roles(String text) {
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(text.split(" ")));
    }
}
