package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;

/**
 * The declared institutions with the platforms that were registered since, as far as they are active: what every other room sees as
 * {@link Tenants}. Remembered for two seconds, so another node's change is seen soon; this node's own at once. While the
 * database is away the last known ones stay. Safe for any thread; only one reads anew, the others go on with what was known.
 */
@ApplicationScoped
public class ConnectedTenants implements Tenants {

    private static final System.Logger LOG = System.getLogger(ConnectedTenants.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final DeclaredTenants declared;
    private final RegistrationTable table;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Snapshot known;

    private record Snapshot(
            Map<TenantId, Tenant> tenants, List<RegisteredPlatformRow> rows, long changes, Instant until) {}

    @Inject
    public ConnectedTenants(DeclaredTenants declared, RegistrationTable table, Clock clock) {
        this.declared = declared;
        this.table = table;
        this.clock = clock;
    }

    protected ConnectedTenants() { // CDI proxy
        this(null, null, null);
    }

    @Override
    public List<Tenant> all() {
        return List.copyOf(look().tenants().values());
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(look().tenants().get(id));
    }

    /** The institutions as the configuration declares them. */
    public DeclaredTenants declared() {
        return declared;
    }

    /** Rows of registrations that were not removed, of institutions that still are. */
    List<RegisteredPlatformRow> rows() {
        return look().rows();
    }

    private Snapshot look() {
        Snapshot now = known;
        if (now != null && now.changes() == table.changes() && clock.instant().isBefore(now.until())) {
            return now;
        }
        if (now == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return now;
        }
        try {
            known = read(now);
            return known;
        } finally {
            reading.unlock();
        }
    }

    private Snapshot read(Snapshot before) {
        long changes = table.changes();
        Instant until = clock.instant().plus(FRESH);
        try {
            List<RegisteredPlatformRow> rows = table.all().stream()
                    .filter(row -> row.state() != RegisteredPlatformRow.State.REMOVED)
                    .filter(row -> declared.find(row.tenant()).isPresent())
                    .toList();
            return new Snapshot(merged(rows), rows, changes, until);
        } catch (JdbiException away) {
            LOG.log(System.Logger.Level.WARNING, "registrations cannot be read, going on with those known", away);
            return before == null
                    ? new Snapshot(merged(List.of()), List.of(), changes, until)
                    : new Snapshot(before.tenants(), before.rows(), changes, until);
        }
    }

    private Map<TenantId, Tenant> merged(List<RegisteredPlatformRow> rows) {
        Map<TenantId, List<Platform>> active = rows.stream()
                .filter(RegisteredPlatformRow::active)
                .collect(Collectors.groupingBy(
                        RegisteredPlatformRow::tenant,
                        Collectors.mapping(RegisteredPlatformRow::platform, Collectors.toList())));
        Map<TenantId, Tenant> merged = new LinkedHashMap<>();
        declared.all()
                .forEach(tenant -> merged.put(tenant.id(), with(tenant, active.getOrDefault(tenant.id(), List.of()))));
        return merged;
    }

    /** A name that is declared wins: the file is what the operator wrote last. */
    private static Tenant with(Tenant tenant, List<Platform> more) {
        if (more.isEmpty()) {
            return tenant;
        }
        List<Platform> all = new ArrayList<>(tenant.platforms());
        more.stream()
                .filter(platform -> tenant.platforms().stream()
                        .noneMatch(known -> known.name().equals(platform.name())))
                .forEach(all::add);
        return new Tenant(
                tenant.id(),
                tenant.name(),
                all,
                tenant.destinations(),
                tenant.media(),
                tenant.progress(),
                tenant.completionThreshold(),
                tenant.actor(),
                tenant.retention(),
                tenant.adapterSettings());
    }
}
