package org.lectern.gateway.launch;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.secret.Place;
import org.lectern.config.secret.Sealed;
import org.lectern.config.secret.Vault;
import org.lectern.lti.keys.KeyState;
import org.lectern.lti.keys.Signer;
import org.lectern.lti.keys.ToolKey;
import org.lectern.lti.keys.ToolKeys;

/**
 * Our own key pairs, sealed in PostgreSQL: made once for all nodes, by whoever asks first. Remembered for a minute, so a rotation on
 * another node is seen soon. Safe for any thread.
 */
@ApplicationScoped
public class JdbcToolKeys implements Signer {

    private static final long ONE_AT_A_TIME = 0x6c65_6374_6b65_7973L; // "lectkeys": advisory locks are numbers
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random;
    private ToolKeys remembered;
    private Instant until = Instant.MIN;

    @Inject
    public JdbcToolKeys(Jdbi jdbi, MasterKey masterKey, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.vault = new Vault(masterKey, random);
        this.clock = clock;
        this.random = random;
    }

    protected JdbcToolKeys() { // CDI proxy
        this.jdbi = null;
        this.vault = null;
        this.clock = null;
        this.random = null;
    }

    /** All keys; exactly one is active. */
    public synchronized ToolKeys keys() {
        if (!clock.instant().isBefore(until)) {
            remembered = jdbi.inTransaction(this::readOrMake);
            until = clock.instant().plus(REMEMBERED);
        }
        return remembered;
    }

    /** Signs with the key that is active. */
    @Override
    public String sign(JWTClaimsSet claims) {
        return keys().sign(claims);
    }

    private ToolKeys readOrMake(Handle transaction) {
        List<ToolKey> found = read(transaction);
        if (found.isEmpty()) {
            transaction.execute("select pg_advisory_xact_lock(?)", ONE_AT_A_TIME);
            found = read(transaction);
        }
        if (found.isEmpty()) {
            ToolKeys made = ToolKeys.generate(clock.instant(), random);
            made.all().forEach(key -> insert(transaction, key));
            return made;
        }
        return new ToolKeys(found);
    }

    private List<ToolKey> read(Handle transaction) {
        return transaction
                .createQuery("select * from tool_key order by created, kid")
                .map((row, context) -> key(row))
                .list();
    }

    private ToolKey key(ResultSet row) throws SQLException {
        return ToolKey.fromPrivateJson(
                vault.open(new Sealed(row.getString("sealed")), place(row.getString("kid"))),
                KeyState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }

    private void insert(Handle transaction, ToolKey key) {
        transaction
                .createUpdate(
                        "insert into tool_key (kid, state, created, sealed) values (:kid, :state, :created, :sealed)")
                .bind("kid", key.kid())
                .bind("state", key.state().name().toLowerCase(Locale.ROOT))
                .bind("created", key.created().atOffset(ZoneOffset.UTC))
                .bind(
                        "sealed",
                        vault.seal(key.toPrivateJson(), place(key.kid())).text())
                .execute();
    }

    private static Place place(String kid) {
        return new Place("gateway", "tool_key.sealed " + kid);
    }
}
