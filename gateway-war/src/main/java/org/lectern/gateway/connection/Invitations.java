package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.TenantId;
import org.lectern.lti.login.SecretHash;

/** Invitations in table {@code invitation}; of a link only its hash is kept. Safe for any thread. */
@ApplicationScoped
public class Invitations {

    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_LIMIT = 100;
    private static final int DETAIL_LIMIT = 500;
    private static final int MOST = 1_000;

    private final Jdbi jdbi;
    private final SecureRandom random;

    @Inject
    public Invitations(Jdbi jdbi, SecureRandom random) {
        this.jdbi = jdbi;
        this.random = random;
    }

    protected Invitations() { // CDI proxy
        this(null, null);
    }

    /** An invitation with its secret, which is known only now. */
    public record Issued(Invitation invitation, String token) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Issued[" + invitation.id() + "]";
        }
    }

    /** A new one. */
    public Issued issue(TenantId tenant, boolean active, Duration life) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Invitation invitation = jdbi.withHandle(handle -> handle.createQuery(
                        "insert into invitation (token_hash, tenant, active, expires)"
                                + " values (:hash, :tenant, :active, now() + :seconds * interval '1 second') returning *")
                .bind("hash", SecretHash.of(token))
                .bind("tenant", tenant.value())
                .bind("active", active)
                .bind("seconds", life.toSeconds())
                .map((row, context) -> invitation(row))
                .one());
        return new Issued(invitation, token);
    }

    /** The one with this secret, used and expired ones too. */
    public Optional<Invitation> find(String token) {
        if (token.length() > TOKEN_LIMIT) {
            return Optional.empty();
        }
        return jdbi.withHandle(handle -> handle.createQuery("select * from invitation where token_hash = :hash")
                .bind("hash", SecretHash.of(token))
                .map((row, context) -> invitation(row))
                .findFirst());
    }

    /** Newest first. */
    public List<Invitation> list(Optional<String> tenant) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from invitation where :tenant::text is null or tenant = :tenant order by id desc limit :most")
                .bind("tenant", tenant.orElse(null))
                .bind("most", MOST)
                .map((row, context) -> invitation(row))
                .list());
    }

    /** Takes it for a minute, in which a platform is asked; false when it is used, expired, or somebody is at it. */
    boolean take(Invitation invitation) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update invitation set busy_until = now() + interval '1 minute' where id = :id"
                                        + " and used is null and expires > now() and (busy_until is null or busy_until < now())")
                        .bind("id", invitation.id())
                        .execute()
                == 1);
    }

    /** Gives it back after an attempt that failed, with what to tell the operator. */
    void giveBack(Invitation invitation, String verdict, String detail) {
        jdbi.useHandle(handle -> handle.createUpdate("update invitation set busy_until = null, last_try = now(),"
                        + " last_verdict = :verdict, last_detail = :detail where id = :id and used is null")
                .bind("id", invitation.id())
                .bind("verdict", verdict)
                .bind("detail", detail.length() <= DETAIL_LIMIT ? detail : detail.substring(0, DETAIL_LIMIT))
                .execute());
    }

    /** Uses it up, within the transaction that keeps what it registered; false when it was used before. */
    boolean consume(Handle transaction, Invitation invitation, String platform) {
        return transaction
                        .createUpdate("update invitation set used = now(), busy_until = null, platform = :platform"
                                + " where id = :id and used is null")
                        .bind("id", invitation.id())
                        .bind("platform", platform)
                        .execute()
                == 1;
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        Optional<Instant> tried = moment(row, "last_try");
        return new Invitation(
                row.getLong("id"),
                new TenantId(row.getString("tenant")),
                row.getBoolean("active"),
                moment(row, "created").orElseThrow(),
                moment(row, "expires").orElseThrow(),
                moment(row, "used"),
                Optional.ofNullable(row.getString("platform")),
                tried.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Invitation.Try(
                                tried.get(), row.getString("last_verdict"), row.getString("last_detail"))));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
