package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.lti.login.PendingLogin;
import org.lectern.lti.login.PendingLogins;

/** Pending logins in PostgreSQL, for all nodes. Safe for any thread. */
@ApplicationScoped
public class JdbcPendingLogins implements PendingLogins {

    private static final int MOST_IN_ALL = 100_000;
    private static final int MOST_OF_ONE = 20_000;

    /** Rows outlive their expiry a little, so that a late launch can be told so. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final String INSERT = """
            insert into login (state_hash, nonce_hash, binding_hash, issuer, client_id, deployment_hint, target_link_uri,
                storage_target, login_hint, message_hint, started_by, created, expires, used)
            values (:state, :nonce, :binding, :issuer, :client, :deployment, :target,
                :storage, :loginHint, :messageHint, :startedBy, :created, :expires, :used)
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final LoginRoom room;

    @Inject
    public JdbcPendingLogins(Jdbi jdbi, Clock clock) {
        this(jdbi, clock, MOST_IN_ALL, MOST_OF_ONE);
    }

    JdbcPendingLogins(Jdbi jdbi, Clock clock, int mostInAll, int mostOfOne) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.room = new LoginRoom(mostInAll, mostOfOne, clock, this::pending);
    }

    protected JdbcPendingLogins() { // CDI proxy
        this(null, null);
    }

    @Override
    public void save(PendingLogin login) {
        save(login, Optional.empty(), LoginStart.PLATFORM);
    }

    /** Saves a login together with what it takes to start it anew, if that may be. */
    public void save(PendingLogin login, Optional<LoginHints> hints, LoginStart start) {
        room.enter(login.issuer(), login.clientId());
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("state", login.stateHash())
                .bind("nonce", login.nonceHash())
                .bind("binding", login.bindingHash())
                .bind("issuer", login.issuer())
                .bind("client", login.clientId())
                .bind("deployment", login.deploymentHint().orElse(null))
                .bind("target", login.targetLinkUri().toString())
                .bind("storage", login.storageTarget().orElse(null))
                .bind("loginHint", hints.map(LoginHints::login).orElse(null))
                .bind("messageHint", hints.flatMap(LoginHints::message).orElse(null))
                .bind("startedBy", start.code())
                .bind("created", login.created().atOffset(ZoneOffset.UTC))
                .bind("expires", login.expires().atOffset(ZoneOffset.UTC))
                .bind("used", login.used() ? login.created().atOffset(ZoneOffset.UTC) : null)
                .execute());
    }

    @Override
    public Optional<PendingLogin> find(String stateHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from login where state_hash = :state")
                .bind("state", stateHash)
                .map((row, context) -> login(row))
                .findOne());
    }

    @Override
    public boolean consume(String stateHash, Instant now) {
        return jdbi.withHandle(handle -> take(handle, stateHash, now)).isPresent();
    }

    /**
     * {@link #consume(String, Instant)} within the caller's transaction. The hints have done their service and go.
     *
     * @return who had started the login; empty when it was used or has expired
     */
    public Optional<LoginStart> take(Handle transaction, String stateHash, Instant now) {
        return transaction
                .createQuery("update login set used = :now, login_hint = null, message_hint = null"
                        + " where state_hash = :state and used is null and expires > :now returning started_by")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("state", stateHash)
                .map((row, context) -> LoginStart.of(row.getString("started_by")))
                .findOne();
    }

    /** The hints of a login that can be started anew; asks nothing about the browser. */
    public Optional<LoginHints> hints(String stateHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select login_hint, message_hint from login"
                        + " where state_hash = :state and used is null and expires > :now and login_hint is not null")
                .bind("state", stateHash)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, context) ->
                        new LoginHints(row.getString("login_hint"), Optional.ofNullable(row.getString("message_hint"))))
                .findOne());
    }

    /** Who had started a login that can be started anew; empty when it cannot. */
    public Optional<LoginStart> restartable(String stateHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select started_by from login"
                        + " where state_hash = :state and used is null and expires > :now and login_hint is not null")
                .bind("state", stateHash)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, context) -> LoginStart.of(row.getString("started_by")))
                .findOne());
    }

    /**
     * Forgets logins that were over some time ago.
     *
     * @return how many, up to {@code atMost}
     */
    public int sweep(int atMost) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("delete from login where state_hash in (select state_hash from login"
                                + " where expires < :then order by expires limit :most)")
                        .bind("then", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                        .bind("most", atMost)
                        .execute());
    }

    private Map<String, Integer> pending() {
        Map<String, Integer> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select issuer, client_id, count(*)::int as rows from login group by issuer, client_id")
                .map((row, context) -> counts.put(
                        LoginRoom.key(row.getString("issuer"), row.getString("client_id")), row.getInt("rows")))
                .list());
        return counts;
    }

    private static PendingLogin login(ResultSet row) throws SQLException {
        return new PendingLogin(
                row.getString("state_hash"),
                row.getString("nonce_hash"),
                row.getString("binding_hash"),
                row.getString("issuer"),
                row.getString("client_id"),
                Optional.ofNullable(row.getString("deployment_hint")),
                URI.create(row.getString("target_link_uri")),
                Optional.ofNullable(row.getString("storage_target")),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                row.getObject("used") != null);
    }
}
