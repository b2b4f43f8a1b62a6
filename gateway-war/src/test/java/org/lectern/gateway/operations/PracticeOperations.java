package org.lectern.gateway.operations;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.lrs.LrsCredentials;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.connection.PracticeConnections;
import org.lectern.gateway.connection.RoleMappings;
import org.lectern.gateway.connection.TenantRegistrations;
import org.lectern.gateway.delivery.DeadLetters;
import org.lectern.gateway.delivery.LaneCommands;
import org.lectern.gateway.delivery.Replay;
import org.lectern.gateway.keys.JdbcToolKeys;
import org.lectern.gateway.keys.KeySettings;
import org.lectern.gateway.outbox.JdbcStatementOutbox;
import org.lectern.gateway.outbox.LaneSignals;
import org.lectern.gateway.outbox.OutboxEntry;
import org.lectern.gateway.outbox.StatementOutbox;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.lti.keys.KeyRotation;

/** The whole admin API behind real HTTP on a PostgreSQL of its own, with tenants acme and umbrella. */
final class PracticeOperations implements AutoCloseable {

    static final String SECRET = "s3cret-of-the-lrs";
    static final String KEY = "key-of-the-lrs";

    final Jdbi jdbi;
    final Path data;
    final StatementOutbox outbox;
    final JdbcToolKeys keys;
    private final PracticeConnections connections;
    private final PracticeServer server;
    private final String token;
    private final AtomicInteger numbers = new AtomicInteger();

    PracticeOperations(Jdbi jdbi, Path data) throws IOException {
        this.jdbi = jdbi;
        this.data = data;
        this.outbox = new JdbcStatementOutbox((LaneSignals) placed -> {});
        this.connections = new PracticeConnections(
                jdbi,
                Clock.systemUTC(),
                new DeclaredTenants(List.of(tenant("acme"), tenant("umbrella")), List.of()),
                URI.create("http://127.0.0.1:18260"));
        Tenants tenants = connections.tenants;
        OperatorEntrance entrance = new OperatorEntrance(settings(data), new SecureRandom(), Clock.systemUTC());
        entrance.begin(new Object());
        AuditLog audit = new AuditLog(jdbi);
        keys = new JdbcToolKeys(
                jdbi,
                MasterKey.random(new SecureRandom()),
                new KeySettings(KeyRotation.DEFAULT),
                Clock.systemUTC(),
                new SecureRandom());
        server = new PracticeServer(
                new OperatorFilter(entrance),
                new TenantsResource(tenants),
                new RegistrationsResource(connections.tenants, connections.approving, connections.connecting, audit),
                new InvitationsResource(
                        connections.invitations, connections.addresses, tenants, audit, Clock.systemUTC()),
                new RolesResource(
                        new RoleMappings(tenants, jdbi, Clock.systemUTC()),
                        new TenantRegistrations(tenants),
                        tenants,
                        audit),
                new OriginsResource(connections.tenants, connections.approving, audit),
                new LaunchesResource(jdbi),
                new DeploymentsResource(jdbi),
                new KeysResource(keys, audit),
                new LanesResource(new LaneTable(jdbi), new LaneCommands(jdbi), audit),
                new DeadLettersResource(new DeadLetterTable(jdbi), new DeadLetters(jdbi, outbox), tenants, audit),
                new ReplayResource(new Replay(jdbi, tenants, outbox), tenants, audit),
                new FailedTellingsResource(jdbi));
        token = Files.readString(data.resolve("operator.token")).strip();
    }

    /** A platform that an invitation of this tenant registered, inactive and without a deployment. */
    void register(String tenant) {
        connections.register(new TenantId(tenant), false, "{\"client_id\":\"client-9\"}");
    }

    private static GatewaySettings settings(Path data) {
        URI base = URI.create("http://127.0.0.1:18260");
        return new GatewaySettings(
                base, 18_260, Optional.empty(), Optional.empty(), Optional.empty(), data, Optional.empty(), true);
    }

    private static Tenant tenant(String id) {
        String issuer = "https://lms." + id + ".example";
        Destination lrs = destination("lrs", id, List.of("video-profile"));
        return new Tenant(
                new TenantId(id),
                "University of " + id,
                List.of(new Platform(
                        "moodle",
                        issuer,
                        "client-1",
                        Set.of("2", "1"),
                        URI.create(issuer + "/auth"),
                        URI.create(issuer + "/token"),
                        issuer + "/token",
                        URI.create(issuer + "/jwks"))),
                List.of(lrs, destination("research", id, List.of("kaltura"))),
                List.of(),
                new ProgressPolicy.Milestones(),
                new BigDecimal("0.95"),
                ActorPolicy.PSEUDONYM,
                Duration.ofDays(30),
                Map.of());
    }

    private static Destination destination(String name, String tenant, List<String> vocabularies) {
        return new Destination(
                name,
                URI.create("https://" + name + "." + tenant + ".example/xapi/"),
                new LrsCredentials.Basic(KEY, SECRET),
                "1.0.3",
                Dialect.STANDARD,
                vocabularies,
                false,
                1);
    }

    /** An accepted statement of a tenant, waiting in its lane. */
    OutboxEntry accepted(String tenant) {
        String body = "{\"id\":\"x\",\"result\":{\"duration\":\"PT1.50S\",\"score\":{\"scaled\":0.10}},\"n\":"
                + numbers.incrementAndGet() + "}";
        OutboxEntry entry = new OutboxEntry(
                new TenantId(tenant),
                "lrs",
                0,
                UUID.randomUUID(),
                "actor-1",
                Instant.parse("2026-11-22T01:00:00Z"),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        jdbi.useTransaction(handle -> outbox.put(handle, List.of(entry)));
        return entry;
    }

    /** A dead letter of a tenant; its number. */
    long dead(String tenant, String reason) {
        accepted(tenant);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with buried as (
                            insert into dead_letter
                                (tenant, destination, lane, position, statement_id, actor_key, at, body, reason, detail)
                            select o.tenant, l.destination, o.lane, o.position, o.statement_id, o.actor_key, o.at, o.body,
                                :reason, 'verb is missing'
                            from outbox o join lane l on l.id = o.lane
                            where o.tenant = :tenant and l.destination = 'lrs' order by o.position desc limit 1
                            returning id, lane, position), moved as (
                            update lane set settled = buried.position, dead = dead + 1 from buried where lane.id = buried.lane)
                        select id from buried
                        """)
                .bind("tenant", tenant)
                .bind("reason", reason)
                .mapTo(Long.class)
                .one());
    }

    /** Deeds in the audit log, oldest first: tenant, deed, detail. */
    List<String> deeds() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select who || ': ' || coalesce(tenant, '-') || ' ' || deed || ' ' || detail from audit_log order by id")
                .mapTo(String.class)
                .list());
    }

    HttpResponse<String> get(String path) {
        return server.send(server.request("/api/v1/admin/" + path)
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    HttpResponse<String> post(String path, String body) {
        return server.send(server.request("/api/v1/admin/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> stranger(String path, String authorization) {
        return server.send(server.request("/api/v1/admin/" + path)
                .header("Authorization", authorization)
                .GET());
    }

    HttpResponse<String> stranger(String path) {
        return server.get("/api/v1/admin/" + path);
    }

    static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    static List<JsonObject> items(HttpResponse<String> answer) {
        return json(answer).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    @Override
    public void close() {
        server.close();
    }
}
