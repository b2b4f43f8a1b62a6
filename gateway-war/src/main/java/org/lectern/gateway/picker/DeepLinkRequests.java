package org.lectern.gateway.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.launch.LaunchWitness;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.deeplink.DeepLinkingSettings;
import org.lectern.lti.launch.Launch;

/** Deep linking requests in PostgreSQL, one to a session, kept with it from the launch on. Safe for any thread. */
@ApplicationScoped
public class DeepLinkRequests implements LaunchWitness {

    private static final String INSERT = """
            insert into deep_link (session, tenant, deployment_id, return_url, data, accept_types, presentations, accept_multiple,
                accept_line_item, expires)
            values (:session, :tenant, :deployment, :returnUrl, :data, :types, :presentations, :multiple, :lineItem, :expires)
            """;
    private static final String SWEEP = """
            delete from deep_link where session in
                (select session from deep_link where expires < :now order by expires limit 100 for update skip locked)
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public DeepLinkRequests(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    protected DeepLinkRequests() { // CDI proxy
        this(null, null);
    }

    /** Keeps a deep linking launch's request, and forgets some that are over. */
    @Override
    public void opened(Handle transaction, Launch launch, Tenant tenant, LearnerSession session) {
        launch.deepLinking().ifPresent(settings -> {
            transaction
                    .createUpdate(SWEEP)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            transaction
                    .createUpdate(INSERT)
                    .bind("session", session.id())
                    .bind("tenant", tenant.id().value())
                    .bind("deployment", launch.deploymentId())
                    .bind("returnUrl", settings.returnUrl().toString())
                    // Bytes, since a text of the database cannot hold every character that data may have.
                    .bind("data", settings.data().map(DeepLinkRequests::bytes).orElse(null))
                    .bindArray("types", String.class, settings.acceptTypes())
                    .bindArray("presentations", String.class, settings.acceptPresentations())
                    .bind("multiple", settings.acceptMultiple())
                    .bind("lineItem", settings.acceptLineItem().orElse(null))
                    .bind("expires", session.expires().atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    /** The request that a session was opened for; empty for sessions of any other launch, and a while after it was over. */
    Optional<DeepLinkRequest> find(UUID session) {
        return jdbi.withHandle(handle -> find(handle, session, ""));
    }

    /** The same, and nobody else answers it before the transaction ends. */
    Optional<DeepLinkRequest> locked(Handle transaction, UUID session) {
        return find(transaction, session, " for update");
    }

    /** Remembers that it was answered, and nothing of what only the answer needed. */
    void answered(Handle transaction, UUID session) {
        transaction
                .createUpdate("update deep_link set answered = :now, return_url = null, data = null"
                        + " where session = :session")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("session", session)
                .execute();
    }

    private static Optional<DeepLinkRequest> find(Handle handle, UUID session, String lock) {
        return handle.createQuery("select * from deep_link where session = :session" + lock)
                .bind("session", session)
                .map((row, context) -> request(row))
                .findOne();
    }

    private static DeepLinkRequest request(ResultSet row) throws SQLException {
        return new DeepLinkRequest(
                row.getString("deployment_id"),
                row.getObject("answered") == null ? Optional.of(settings(row)) : Optional.empty(),
                row.getObject("expires", OffsetDateTime.class).toInstant());
    }

    private static DeepLinkingSettings settings(ResultSet row) throws SQLException {
        return new DeepLinkingSettings(
                URI.create(row.getString("return_url")),
                texts(row.getArray("accept_types")),
                List.of(),
                texts(row.getArray("presentations")),
                row.getBoolean("accept_multiple"),
                Optional.ofNullable((Boolean) row.getObject("accept_line_item")),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(row.getBytes("data")).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
