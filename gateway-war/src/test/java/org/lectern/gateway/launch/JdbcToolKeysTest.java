package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.lectern.config.secret.CannotOpen;
import org.lectern.config.secret.MasterKey;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.session.PracticeServer;
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
            assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=600");
            assertThat(answer.body()).contains("\"keys\"", "\"n\"").doesNotContain("\"d\"", "\"p\"");
        }
    }

    private static List<String> privateParts(ToolKey key) {
        JsonObject jwk =
                Json.createReader(new StringReader(key.toPrivateJson())).readObject();
        return PRIVATE.stream().map(jwk::getString).toList();
    }

    private JdbcToolKeys keys(MasterKey sealedWith) {
        return new JdbcToolKeys(jdbi, sealedWith, clock, random);
    }
}
