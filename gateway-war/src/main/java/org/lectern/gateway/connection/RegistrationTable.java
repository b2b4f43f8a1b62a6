package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.secret.Place;
import org.lectern.config.secret.Sealed;
import org.lectern.config.secret.Vault;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.RegisteredPlatformRow.State;
import org.lectern.gateway.connection.RegisteredPlatformRow.Way;
import org.lectern.lti.dynamic.ClientRegistration.Management;
import org.lectern.lti.dynamic.LmsFamily;

/** Tables {@code platform_registration} and {@code registered_deployment}; management tokens are sealed. Safe for any thread. */
@ApplicationScoped
public class RegistrationTable {

    private static final String SELECT = """
            select r.*, coalesce(array_agg(d.deployment_id order by d.created, d.deployment_id)
                filter (where d.deployment_id is not null), '{}') as deployments
            from platform_registration r
            left join registered_deployment d on d.tenant = r.tenant and d.platform = r.platform
            group by r.tenant, r.platform order by r.tenant, r.created, r.platform
            """;

    private static final String UPSERT = """
            insert into platform_registration (tenant, platform, issuer, client_id, authorization_url, token_url, token_audience,
                jwks_url, origins, told_origins, family, name, way, state, takes_first, scopes, configuration_url, management_url,
                management_token, names)
            values (:tenant, :platform, :issuer, :client, :authorization, :token, :audience, :jwks, :origins, :told, :family, :name, :way, :state,
                :takesFirst, :scopes, :configuration, :managementUrl, :managementToken, :names)
            on conflict (tenant, platform) do update set authorization_url = excluded.authorization_url,
                token_url = excluded.token_url, token_audience = excluded.token_audience, jwks_url = excluded.jwks_url,
                origins = excluded.origins, told_origins = excluded.told_origins,
                family = excluded.family, name = excluded.name, way = excluded.way, state = excluded.state,
                takes_first = excluded.takes_first, scopes = excluded.scopes, names = excluded.names,
                configuration_url = coalesce(excluded.configuration_url, platform_registration.configuration_url),
                management_url = coalesce(excluded.management_url, platform_registration.management_url),
                management_token = coalesce(excluded.management_token, platform_registration.management_token),
                updated = now()
            """;

    private final Jdbi jdbi;
    private final Vault vault;
    private final AtomicLong changes = new AtomicLong();

    @Inject
    public RegistrationTable(Jdbi jdbi, MasterKey masterKey, SecureRandom random) {
        this.jdbi = jdbi;
        this.vault = new Vault(masterKey, random);
    }

    protected RegistrationTable() { // CDI proxy
        this.jdbi = null;
        this.vault = null;
    }

    /** All, removed ones too, oldest first within an institution. */
    public List<RegisteredPlatformRow> all() {
        return jdbi.withHandle(this::all);
    }

    List<RegisteredPlatformRow> all(Handle handle) {
        return handle.createQuery(SELECT).map((row, context) -> row(row)).list();
    }

    /** One that was not removed. */
    public Optional<RegisteredPlatformRow> find(TenantId tenant, String platform) {
        return all().stream()
                .filter(row -> row.tenant().equals(tenant)
                        && row.platform().name().equals(platform)
                        && row.state() != State.REMOVED)
                .findFirst();
    }

    /** How often this node changed something: whoever remembers rows looks here. */
    long changes() {
        return changes.get();
    }

    /** Tells those who remember rows that there are new ones; after the commit. */
    void committed() {
        changes.incrementAndGet();
    }

    /**
     * Writes a row by tenant and platform, with its deployments; deployments it had before stay.
     *
     * @return false when one of the deployments belongs to another registration; nothing may be committed then
     */
    boolean save(Handle transaction, RegisteredPlatformRow row, Optional<Management> management) {
        Platform platform = row.platform();
        transaction
                .createUpdate(UPSERT)
                .bind("tenant", row.tenant().value())
                .bind("platform", platform.name())
                .bind("issuer", platform.issuer())
                .bind("client", platform.clientId())
                .bind("authorization", platform.authorizationUrl().toString())
                .bind("token", platform.tokenUrl().toString())
                .bind("audience", platform.tokenAudience())
                .bind("jwks", platform.jwksUrl().toString())
                .bind("origins", FrameOrigin.text(row.origins().entered()))
                .bind("told", FrameOrigin.text(row.origins().told()))
                .bind("family", row.family().label())
                .bind("name", row.name().orElse(null))
                .bind("way", row.way().label())
                .bind("state", row.state().label())
                .bind("takesFirst", row.takesFirst())
                .bind("scopes", row.scopes())
                .bind("names", row.names())
                .bind("configuration", row.configurationUrl().map(URI::toString).orElse(null))
                .bind(
                        "managementUrl",
                        management.map(known -> known.address().toString()).orElse(null))
                .bind(
                        "managementToken",
                        management
                                .map(known -> vault.seal(known.token(), place(row.tenant(), platform.name()))
                                        .text())
                                .orElse(null))
                .execute();
        return platform.deploymentIds().stream()
                .allMatch(deployment -> claim(transaction, row.tenant(), platform, deployment));
    }

    /** Makes a deployment this registration's; false when it is another's. It waits for nobody's approval afterwards. */
    boolean claim(Handle transaction, TenantId tenant, Platform platform, String deployment) {
        Map<String, String> names = Map.of(
                "issuer", platform.issuer(),
                "client", platform.clientId(),
                "deployment", deployment,
                "tenant", tenant.value(),
                "platform", platform.name());
        transaction
                .createUpdate("insert into registered_deployment (issuer, client_id, deployment_id, tenant, platform)"
                        + " values (:issuer, :client, :deployment, :tenant, :platform) on conflict do nothing")
                .bindMap(names)
                .execute();
        boolean ours = transaction
                        .createQuery(
                                "select count(*) from registered_deployment where issuer = :issuer and client_id = :client"
                                        + " and deployment_id = :deployment and tenant = :tenant and platform = :platform")
                        .bindMap(names)
                        .mapTo(Integer.class)
                        .one()
                == 1;
        if (ours) {
            transaction
                    .createUpdate("delete from parked_deployment"
                            + " where issuer = :issuer and client_id = :client and deployment_id = :deployment")
                    .bindMap(names)
                    .execute();
        }
        return ours;
    }

    /** The first deployment of a registration that takes it, and only the first; false when it has one or takes none. */
    boolean claimFirst(Handle transaction, TenantId tenant, Platform platform, String deployment) {
        int taken = transaction
                .createUpdate("update platform_registration set takes_first = false, updated = now()"
                        + " where tenant = :tenant and platform = :platform and state = 'active' and takes_first")
                .bind("tenant", tenant.value())
                .bind("platform", platform.name())
                .execute();
        return taken == 1 && claim(transaction, tenant, platform, deployment);
    }

    /** Switches on or off, or removes; a removed one gives its deployments back. */
    void state(TenantId tenant, String platform, State state) {
        jdbi.useTransaction(transaction -> {
            transaction
                    .createUpdate("update platform_registration set state = :state, updated = now(),"
                            + " takes_first = takes_first and :state <> 'removed'"
                            + " where tenant = :tenant and platform = :platform")
                    .bind("state", state.label())
                    .bind("tenant", tenant.value())
                    .bind("platform", platform)
                    .execute();
            if (state == State.REMOVED) {
                transaction.execute(
                        "delete from registered_deployment where tenant = ? and platform = ?",
                        tenant.value(),
                        platform);
                transaction.execute(
                        "update platform_registration set management_url = null, management_token = null"
                                + " where tenant = ? and platform = ?",
                        tenant.value(),
                        platform);
            }
        });
        committed();
    }

    /** Says anew whose pages frame ours there. */
    void origins(TenantId tenant, String platform, Set<FrameOrigin> entered) {
        jdbi.useHandle(handle -> handle.execute(
                "update platform_registration set origins = ?, updated = now() where tenant = ? and platform = ?",
                FrameOrigin.text(entered),
                tenant.value(),
                platform));
        committed();
    }

    /** Where and with what the platform lets us change the registration. */
    Optional<Management> management(TenantId tenant, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery("select management_url, management_token"
                                + " from platform_registration where tenant = :tenant and platform = :platform"
                                + " and management_token is not null")
                        .bind("tenant", tenant.value())
                        .bind("platform", platform)
                        .map((row, context) ->
                                Map.entry(row.getString("management_url"), row.getString("management_token")))
                        .findFirst())
                .map(found -> new Management(
                        URI.create(found.getKey()), vault.open(new Sealed(found.getValue()), place(tenant, platform))));
    }

    private static RegisteredPlatformRow row(ResultSet row) throws SQLException {
        Platform platform = new Platform(
                row.getString("platform"),
                row.getString("issuer"),
                row.getString("client_id"),
                Set.of((String[]) row.getArray("deployments").getArray()),
                URI.create(row.getString("authorization_url")),
                URI.create(row.getString("token_url")),
                row.getString("token_audience"),
                URI.create(row.getString("jwks_url")));
        return new RegisteredPlatformRow(
                new TenantId(row.getString("tenant")),
                platform,
                new PlatformOrigins(
                        FrameOrigin.read(row.getString("origins")), FrameOrigin.read(row.getString("told_origins"))),
                LmsFamily.labelled(row.getString("family")),
                Optional.ofNullable(row.getString("name")),
                Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("takes_first"),
                row.getString("scopes"),
                Optional.ofNullable(row.getString("configuration_url")).map(URI::create),
                row.getString("management_token") != null,
                row.getBoolean("names"),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }

    private static Place place(TenantId tenant, String platform) {
        return new Place(tenant.value(), "platform_registration.management_token " + platform);
    }
}
