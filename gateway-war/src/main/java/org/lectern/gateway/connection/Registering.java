package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Platform;
import org.lectern.gateway.connection.RegisteredPlatformRow.State;
import org.lectern.lti.dynamic.ClientRegistration.Management;
import org.lectern.lti.dynamic.LmsFamily;
import org.lectern.lti.dynamic.RegistrationRefusal;
import org.lectern.lti.dynamic.RegistrationRefused;

/**
 * Keeps what was registered: the row, its deployments, the invitation used up and a line in the audit log are one transaction. A
 * platform that the institution has already is brought up to date under its name; what belongs to another institution or to the
 * configuration file is refused. Safe for any thread.
 */
@ApplicationScoped
public class Registering {

    private static final System.Logger LOG = System.getLogger(Registering.class.getName());
    private static final long ONE_AT_A_TIME = 0x6c65_6374_7265_6773L; // "lectregs": advisory locks are numbers

    private final Jdbi jdbi;
    private final RegistrationTable table;
    private final Invitations invitations;
    private final ConnectedTenants tenants;
    private final Clock clock;

    @Inject
    public Registering(
            Jdbi jdbi, RegistrationTable table, Invitations invitations, ConnectedTenants tenants, Clock clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.invitations = invitations;
        this.tenants = tenants;
        this.clock = clock;
    }

    protected Registering() { // CDI proxy
        this(null, null, null, null, null);
    }

    /**
     * Keeps it.
     *
     * @param found the platform as it came; its name is chosen here
     * @throws RegistrationRefused {@code registration.taken}, or {@code registration.forbidden} when the invitation is used up
     */
    RegisteredPlatformRow keep(Invitation invitation, RegisteredPlatformRow found, Optional<Management> management) {
        RegisteredPlatformRow kept = jdbi.inTransaction(transaction -> {
            transaction.execute("select pg_advisory_xact_lock(?)", ONE_AT_A_TIME);
            List<RegisteredPlatformRow> all = table.all(transaction);
            refuseDeclared(found);
            RegisteredPlatformRow row = named(invitation, found, all);
            if (!table.save(transaction, row, management)) {
                throw taken("a deployment belongs to another registration");
            }
            if (!invitations.consume(transaction, invitation, row.platform().name())) {
                throw new RegistrationRefused(
                        RegistrationRefusal.REGISTRATION_FORBIDDEN, "the invitation was used by somebody else");
            }
            audit(transaction, invitation, row);
            return row;
        });
        table.committed();
        LOG.log(
                System.Logger.Level.INFO,
                "registered tenant=" + kept.tenant() + " platform="
                        + kept.platform().name() + " family=" + kept.family().label() + " way="
                        + kept.way().label() + " state=" + kept.state().label() + " invitation=" + invitation.id());
        return kept;
    }

    /** Under its name: that of the same client, if the institution has it, else a new one. */
    private RegisteredPlatformRow named(
            Invitation invitation, RegisteredPlatformRow found, List<RegisteredPlatformRow> all) {
        List<RegisteredPlatformRow> same = all.stream()
                .filter(row -> row.state() != State.REMOVED)
                .filter(row -> sameClient(row.platform(), found.platform()))
                .toList();
        boolean shared = same.stream().anyMatch(row -> !row.tenant().equals(found.tenant()))
                || tenants.declared().all().stream()
                        .flatMap(tenant -> tenant.platforms().stream())
                        .anyMatch(platform -> sameClient(platform, found.platform()));
        if (shared && !mayShare(found, same)) {
            throw taken("the client belongs to another institution");
        }
        Optional<RegisteredPlatformRow> before =
                same.stream().filter(row -> row.tenant().equals(found.tenant())).findFirst();
        Set<String> deployments = new HashSet<>(found.platform().deploymentIds());
        before.ifPresent(row -> deployments.addAll(row.platform().deploymentIds()));
        boolean active = before.filter(RegisteredPlatformRow::active).isPresent() || invitation.active() && !shared;
        String name = before.map(row -> row.platform().name()).orElseGet(() -> freshName(found, all));
        return new RegisteredPlatformRow(
                found.tenant(),
                platform(name, found.platform(), deployments),
                found.origins().after(before.map(RegisteredPlatformRow::origins).orElse(PlatformOrigins.NONE)),
                found.family(),
                found.name(),
                found.way(),
                active ? State.ACTIVE : State.INACTIVE,
                invitation.active()
                        && deployments.isEmpty()
                        && !shared
                        && !found.family().sharesClientIds(),
                found.scopes(),
                found.configurationUrl(),
                found.managed(),
                found.names(),
                clock.instant());
    }

    /** Brings an existing one up to date, under its name and in its state. */
    void update(RegisteredPlatformRow found, RegisteredPlatformRow before, Optional<Management> management) {
        Set<String> deployments = new HashSet<>(found.platform().deploymentIds());
        deployments.addAll(before.platform().deploymentIds());
        RegisteredPlatformRow row = new RegisteredPlatformRow(
                before.tenant(),
                platform(before.platform().name(), found.platform(), deployments),
                found.origins().after(before.origins()),
                found.family(),
                found.name(),
                before.way(),
                before.state(),
                before.takesFirst(),
                found.scopes(),
                before.configurationUrl(),
                before.managed(),
                before.names(),
                before.created());
        jdbi.useTransaction(transaction -> {
            transaction.execute("select pg_advisory_xact_lock(?)", ONE_AT_A_TIME);
            if (!table.save(transaction, row, management)) {
                throw taken("a deployment belongs to another registration");
            }
        });
        table.committed();
    }

    /** Hosted platforms give one client id to many; then the endpoints are the same and the deployments differ. */
    private static boolean mayShare(RegisteredPlatformRow found, List<RegisteredPlatformRow> same) {
        boolean hosted = found.family().sharesClientIds() || found.way() == RegisteredPlatformRow.Way.MANUAL;
        return hosted && same.stream().allMatch(row -> sameEndpoints(row.platform(), found.platform()));
    }

    private void refuseDeclared(RegisteredPlatformRow found) {
        List<Platform> declared = tenants.declared().all().stream()
                .flatMap(tenant -> tenant.platforms().stream()
                        .filter(platform -> sameClient(platform, found.platform()))
                        .filter(platform -> tenant.id().equals(found.tenant())
                                || !sameEndpoints(platform, found.platform())
                                || found.way() == RegisteredPlatformRow.Way.DYNAMIC
                                        && found.family() != LmsFamily.BLACKBOARD
                                || platform.deploymentIds().stream()
                                        .anyMatch(found.platform().deploymentIds()::contains)))
                .toList();
        if (!declared.isEmpty()) {
            throw taken("the configuration file declares this client");
        }
    }

    static boolean sameClient(Platform one, Platform other) {
        return one.issuer().equals(other.issuer()) && one.clientId().equals(other.clientId());
    }

    static boolean sameEndpoints(Platform one, Platform other) {
        return one.authorizationUrl().equals(other.authorizationUrl())
                && one.jwksUrl().equals(other.jwksUrl());
    }

    private String freshName(RegisteredPlatformRow found, List<RegisteredPlatformRow> all) {
        Set<String> used = new HashSet<>();
        all.stream()
                .filter(row -> row.tenant().equals(found.tenant()))
                .forEach(row -> used.add(row.platform().name()));
        tenants.declared().find(found.tenant()).stream()
                .flatMap(tenant -> tenant.platforms().stream())
                .forEach(platform -> used.add(platform.name()));
        String base =
                found.family() == LmsFamily.STANDARD ? "lms" : found.family().label();
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? base : base + "-" + number)
                .filter(name -> !used.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static Platform platform(String name, Platform from, Set<String> deployments) {
        return new Platform(
                name,
                from.issuer(),
                from.clientId(),
                deployments,
                from.authorizationUrl(),
                from.tokenUrl(),
                from.tokenAudience(),
                from.jwksUrl());
    }

    private static void audit(Handle transaction, Invitation invitation, RegisteredPlatformRow row) {
        transaction.execute(
                "insert into audit_log (who, tenant, deed, detail) values (?, ?, 'registration.add', ?)",
                "invitation " + invitation.id(),
                row.tenant().value(),
                "platform=" + row.platform().name() + " issuer="
                        + row.platform().issuer() + " state=" + row.state().label() + " origins="
                        + FrameOrigin.text(row.origins().entered()));
    }

    private static RegistrationRefused taken(String detail) {
        return new RegistrationRefused(RegistrationRefusal.REGISTRATION_TAKEN, detail);
    }
}
