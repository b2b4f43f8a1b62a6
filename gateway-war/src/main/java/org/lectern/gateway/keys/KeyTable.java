package org.lectern.gateway.keys;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.secret.Place;
import org.lectern.config.secret.Sealed;
import org.lectern.config.secret.Vault;
import org.lectern.lti.keys.KeyRotation;
import org.lectern.lti.keys.KeyState;
import org.lectern.lti.keys.ToolKey;
import org.lectern.lti.keys.ToolKeys;

/** Table {@code tool_key}: private halves sealed, those of revoked keys gone. Safe for any thread. */
final class KeyTable {

    private static final long ONE_AT_A_TIME = 0x6c65_6374_6b65_7973L; // "lectkeys": advisory locks are numbers

    private final Vault vault;

    KeyTable(MasterKey masterKey, SecureRandom random) {
        this.vault = new Vault(masterKey, random);
    }

    /** Until the transaction's end, no other node changes keys. */
    void lock(Handle transaction) {
        transaction.execute("select pg_advisory_xact_lock(?)", ONE_AT_A_TIME);
    }

    /** All keys but revoked ones; empty before there are any. */
    Optional<ToolKeys> read(Handle handle) {
        List<ToolKey> found = handle.createQuery(
                        "select kid, state, created, since, sealed from tool_key where state <> 'revoked' order by created, kid")
                .map((row, context) -> key(row))
                .list();
        return found.isEmpty() ? Optional.empty() : Optional.of(new ToolKeys(found));
    }

    List<ListedKey> list(Handle handle, KeyRotation rotation) {
        Instant activeUntil = handle.createQuery("select since from tool_key where state = 'active'")
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(since -> since.toInstant().plus(rotation.every()))
                .orElse(Instant.MIN);
        return handle.createQuery("select kid, state, created, since, why from tool_key order by created, kid")
                .map((row, context) -> new ListedKey(
                        row.getString("kid"),
                        state(row),
                        moment(row, "created"),
                        moment(row, "since"),
                        until(state(row), moment(row, "since"), activeUntil, rotation),
                        Optional.ofNullable(row.getString("why"))))
                .list();
    }

    private static Optional<Instant> until(KeyState state, Instant since, Instant activeUntil, KeyRotation rotation) {
        return switch (state) {
            case NEXT -> {
                Instant seen = since.plus(rotation.publishAhead());
                yield Optional.of(seen.isAfter(activeUntil) ? seen : activeUntil);
            }
            case ACTIVE -> Optional.of(activeUntil);
            case RETIRING -> Optional.of(since.plus(rotation.retireAfter()));
            case REVOKED -> Optional.empty();
        };
    }

    private static KeyState state(ResultSet row) throws SQLException {
        return KeyState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    /**
     * Brings the table from one state to the next.
     *
     * @param why kept with keys that are revoked now
     */
    void write(Handle transaction, List<ToolKey> before, List<ToolKey> after, String why) {
        Map<String, ToolKey> old = before.stream().collect(Collectors.toMap(ToolKey::kid, Function.identity()));
        List<String> staying = after.stream().map(ToolKey::kid).toList();
        before.stream()
                .filter(key -> !staying.contains(key.kid()))
                .forEach(gone -> transaction.execute("delete from tool_key where kid = ?", gone.kid()));
        List<ToolKey> changed = after.stream()
                .filter(key -> old.containsKey(key.kid()) && old.get(key.kid()).state() != key.state())
                .toList();
        // The one that was active first: there is never a second.
        changed.stream().filter(key -> key.state() != KeyState.ACTIVE).forEach(key -> update(transaction, key, why));
        changed.stream().filter(key -> key.state() == KeyState.ACTIVE).forEach(key -> update(transaction, key, why));
        after.stream().filter(key -> !old.containsKey(key.kid())).forEach(key -> insert(transaction, key));
    }

    private ToolKey key(ResultSet row) throws SQLException {
        return ToolKey.fromPrivateJson(
                vault.open(new Sealed(row.getString("sealed")), place(row.getString("kid"))),
                state(row),
                moment(row, "created"),
                moment(row, "since"));
    }

    private void insert(Handle transaction, ToolKey key) {
        transaction
                .createUpdate("insert into tool_key (kid, state, created, since, sealed)"
                        + " values (:kid, :state, :created, :since, :sealed)")
                .bind("kid", key.kid())
                .bind("state", name(key.state()))
                .bind("created", key.created().atOffset(ZoneOffset.UTC))
                .bind("since", key.since().atOffset(ZoneOffset.UTC))
                .bind(
                        "sealed",
                        vault.seal(key.toPrivateJson(), place(key.kid())).text())
                .execute();
    }

    private static void update(Handle transaction, ToolKey key, String why) {
        boolean revoked = key.state() == KeyState.REVOKED;
        transaction
                .createUpdate("update tool_key set state = :state, since = :since, why = :why,"
                        + " sealed = case when :revoked then null else sealed end where kid = :kid")
                .bind("kid", key.kid())
                .bind("state", name(key.state()))
                .bind("since", key.since().atOffset(ZoneOffset.UTC))
                .bind("why", revoked ? why : null)
                .bind("revoked", revoked)
                .execute();
    }

    static String name(KeyState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Place place(String kid) {
        return new Place("gateway", "tool_key.sealed " + kid);
    }
}
