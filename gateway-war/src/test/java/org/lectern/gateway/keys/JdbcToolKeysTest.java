package org.lectern.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.lectern.config.secret.CannotOpen;
import org.lectern.config.secret.MasterKey;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.lti.keys.KeyRotation;
import org.lectern.lti.keys.KeyState;
import org.lectern.lti.keys.ToolKey;
import org.lectern.lti.practice.HandWoundClock;

class JdbcToolKeysTest {

    private static final List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi");

    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi = TestDatabase.jdbi();
    private final MasterKey masterKey = MasterKey.random(random);
    private final HandWoundClock clock = HandWoundClock.started();

    @Test
    void makesKeysOnceForAllNodesAndStarts() {
        String first = keys(masterKey).keys().publicJwks();
        assertThat(keys(masterKey).keys().active().kid()).isNotEmpty();
        assertThat(keys(masterKey).keys().all()).hasSize(2);
        assertThat(first).contains(keys(masterKey).keys().active().kid());
    }

    @Test
    void keepsThemSealed() {
        List<String> privateParts = keys(masterKey).keys().all().stream()
                .flatMap(key -> privateParts(key).stream())
                .toList();
        List<String> rows = jdbi.withHandle(handle -> handle.createQuery("select tool_key::text from tool_key")
                .mapTo(String.class)
                .list());
        assertThat(privateParts).hasSize(2 * PRIVATE.size());
        assertThat(rows).hasSize(2).noneMatch(row -> row.contains("\"kty\""));
        assertThat(rows).noneMatch(row -> privateParts.stream().anyMatch(row::contains));
        assertThatThrownBy(() -> keys(MasterKey.random(random)).keys()).isInstanceOf(CannotOpen.class);
    }

    @Test
    void publishesThePublicHalvesOnly() {
        try (PracticeServer server = new PracticeServer(new JwksResource(keys(masterKey)))) {
            var answer = server.get("/lti/jwks");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=300");
            assertThat(answer.body()).contains("\"keys\"", "\"n\"").doesNotContain("\"d\"", "\"p\"");
        }
    }

    @Test
    void rotatesByTheClockOnceForAllNodes() throws InterruptedException {
        List<JdbcToolKeys> nodes =
                Stream.generate(() -> keys(masterKey)).limit(4).toList();
        String first = nodes.get(0).keys().active().kid();
        String second = nodes.get(0).keys().next().orElseThrow().kid();
        clock.pass(Duration.ofDays(90));
        List<Thread> turning =
                nodes.stream().map(node -> new Thread(node::turn)).toList();
        turning.forEach(Thread::start);
        for (Thread one : turning) {
            one.join();
        }
        assertThat(states()).containsOnly(entry(first, "retiring"), entry(second, "active"), entry(other(), "next"));
        clock.pass(JdbcToolKeys.REMEMBERED);
        assertThat(nodes).allMatch(node -> node.keys().active().kid().equals(second));
        clock.pass(Duration.ofDays(7));
        nodes.forEach(JdbcToolKeys::turn);
        assertThat(states()).hasSize(2).doesNotContainKey(first);
    }

    @Test
    void revokesOnEveryNodeWithinSecondsAndForgetsTheSecret() throws ParseException {
        JdbcToolKeys here = keys(masterKey);
        JdbcToolKeys there = keys(masterKey);
        String stolen = here.keys().active().kid();
        there.keys();
        here.revoke(stolen, "a laptop was stolen");
        assertThat(here.keys().publicJwks()).doesNotContain(stolen);
        clock.pass(JdbcToolKeys.REMEMBERED);
        assertThat(there.keys().publicJwks()).doesNotContain(stolen);
        SignedJWT signed = SignedJWT.parse(
                there.sign(new JWTClaimsSet.Builder().issuer("client-1").build()));
        assertThat(signed.getHeader().getKeyID())
                .isEqualTo(here.keys().active().kid())
                .isNotEqualTo(stolen);
        assertThat(here.list())
                .filteredOn(key -> key.kid().equals(stolen))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.state()).isEqualTo(KeyState.REVOKED);
                    assertThat(key.why()).contains("a laptop was stolen");
                    assertThat(key.until()).isEmpty();
                });
        String sealed = jdbi.withHandle(
                handle -> handle.createQuery("select coalesce(sealed, 'gone') from tool_key where state = 'revoked'")
                        .mapTo(String.class)
                        .one());
        assertThat(sealed).isEqualTo("gone");
        assertThat(keys(masterKey).keys().all()).as("a start after it").hasSize(2);
        assertThatThrownBy(() -> here.revoke(stolen, "again")).isInstanceOf(Problem.class);
    }

    @Test
    void saysUntilWhenEachKeyStaysAsItIs() {
        JdbcToolKeys keys = keys(masterKey);
        Instant start = clock.instant();
        String first = keys.keys().active().kid();
        clock.pass(Duration.ofDays(90));
        keys.turn();
        Map<String, Instant> until = keys.list().stream()
                .collect(Collectors.toMap(
                        ListedKey::stateName, key -> key.until().orElseThrow()));
        assertThat(until)
                .containsOnly(
                        entry("retiring", start.plus(Duration.ofDays(97))),
                        entry("active", start.plus(Duration.ofDays(180))),
                        entry("next", start.plus(Duration.ofDays(180))));
        assertThat(keys.list()).extracting(ListedKey::kid).contains(first);
    }

    private Map<String, String> states() {
        return keys(masterKey).list().stream().collect(Collectors.toMap(ListedKey::kid, ListedKey::stateName));
    }

    private String other() {
        return keys(masterKey).keys().next().orElseThrow().kid();
    }

    private static List<String> privateParts(ToolKey key) {
        JsonObject jwk =
                Json.createReader(new StringReader(key.toPrivateJson())).readObject();
        return PRIVATE.stream().map(jwk::getString).toList();
    }

    private JdbcToolKeys keys(MasterKey sealedWith) {
        return new JdbcToolKeys(jdbi, sealedWith, new KeySettings(KeyRotation.DEFAULT), clock, random);
    }
}
