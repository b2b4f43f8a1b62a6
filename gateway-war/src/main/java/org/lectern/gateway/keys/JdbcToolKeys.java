package org.lectern.gateway.keys;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.secret.MasterKey;
import org.lectern.gateway.problem.Problem;
import org.lectern.lti.keys.KeyRotation;
import org.lectern.lti.keys.NextKeyTooYoung;
import org.lectern.lti.keys.Signer;
import org.lectern.lti.keys.ToolKey;
import org.lectern.lti.keys.ToolKeys;

/**
 * Our own key pairs, sealed in PostgreSQL: made once for all nodes, by whoever asks first, and changed by one node at a time. Remembered
 * for a few seconds, so that a change on another node is seen soon. Safe for any thread.
 */
@ApplicationScoped
public class JdbcToolKeys implements Signer {

    /** How long after a change another node may still sign with, and publish, what was there before. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(JdbcToolKeys.class.getName());

    private final Jdbi jdbi;
    private final KeyTable table;
    private final KeyRotation rotation;
    private final Clock clock;
    private final SecureRandom random;
    private ToolKeys remembered;
    private Instant until = Instant.MIN;

    @Inject
    public JdbcToolKeys(Jdbi jdbi, MasterKey masterKey, KeySettings settings, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.table = new KeyTable(masterKey, random);
        this.rotation = settings.rotation();
        this.clock = clock;
        this.random = random;
    }

    protected JdbcToolKeys() { // CDI proxy
        this.jdbi = null;
        this.table = null;
        this.rotation = null;
        this.clock = null;
        this.random = null;
    }

    /** All keys but revoked ones; exactly one is active. */
    public synchronized ToolKeys keys() {
        if (!clock.instant().isBefore(until)) {
            remember(jdbi.withHandle(table::read).orElseGet(() -> change(keys -> keys, "")));
        }
        return remembered;
    }

    /** All keys for an operator, revoked ones too, oldest first; private halves are not even read. */
    public List<ListedKey> list() {
        return jdbi.withHandle(handle -> table.list(handle, rotation));
    }

    /** Signs with the key that is active. */
    @Override
    public String sign(JWTClaimsSet claims) {
        return keys().sign(claims);
    }

    /** Does what is due by the clock; on several nodes at once, too, it happens once. */
    public void turn() {
        // Looked at without the lock first: nearly always nothing is due.
        ToolKeys seen = keys();
        if (rotation.due(seen, clock.instant(), random) != seen) {
            remember(change(keys -> rotation.due(keys, clock.instant(), random), ""));
        }
    }

    /**
     * Rotates before its time.
     *
     * @throws Problem 409 {@code key.next_too_young}
     */
    public void rotate() {
        try {
            remember(change(keys -> rotation.rotate(keys, clock.instant(), random), ""));
        } catch (NextKeyTooYoung young) {
            throw new Problem(
                            409,
                            "key.next_too_young",
                            "Platforms may not have seen the next key yet; it may sign from " + young.ready()
                                    + " on. If the active key is in wrong hands, revoke it instead.")
                    .causedBy(young);
        }
    }

    /**
     * Takes a key out of the key set and out of use at once; if it is the active one, the next one signs from now on.
     *
     * @param why for the operators who read it later
     * @throws Problem 404 {@code key.unknown}, also for one that is revoked already
     */
    public void revoke(String kid, String why) {
        remember(change(
                keys -> {
                    if (keys.all().stream().noneMatch(key -> key.kid().equals(kid))) {
                        throw new Problem(404, "key.unknown", "No key of ours that is published has that name.");
                    }
                    return rotation.revoke(keys, kid, clock.instant(), random);
                },
                why));
    }

    private synchronized void remember(ToolKeys keys) {
        remembered = keys;
        until = clock.instant().plus(REMEMBERED);
    }

    private ToolKeys change(UnaryOperator<ToolKeys> step, String why) {
        return jdbi.inTransaction(transaction -> {
            table.lock(transaction);
            ToolKeys before = table.read(transaction).orElseGet(() -> first(transaction));
            ToolKeys after = step.apply(before);
            if (after != before) {
                table.write(transaction, before.all(), after.all(), why);
                LOG.log(
                        System.Logger.Level.INFO,
                        "own keys changed active=" + after.active().kid() + " before="
                                + before.active().kid());
            }
            return after;
        });
    }

    private ToolKeys first(Handle transaction) {
        ToolKeys made = ToolKeys.generate(clock.instant(), random);
        table.write(transaction, List.<ToolKey>of(), made.all(), "");
        return made;
    }
}
