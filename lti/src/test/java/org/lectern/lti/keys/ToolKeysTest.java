package org.lectern.lti.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lectern.lti.practice.PracticeKeys;

class ToolKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(90);
    private static final ToolKeys KEYS = ToolKeys.generate(NOW, new SecureRandom());

    @Test
    void publishesPublicHalvesOnly() {
        KeySetAnswer served = new KeySetAnswer(200, KEYS.publicJwks());
        assertThat(KeySetReader.read(served))
                .hasSize(2)
                .containsKey(KEYS.active().kid());
        assertThat(KEYS.publicJwks()).doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"dq\"", "\"qi\"");
        assertThat(KEYS.publicJwks()).contains("\"use\":\"sig\"", "\"alg\":\"RS256\"");
    }

    @Test
    void rotatesFromNextOverActiveToRetiring() {
        String first = KEYS.active().kid();
        String second = next(KEYS).kid();
        ToolKeys rotated = KEYS.activate(second, LATER);
        assertThat(rotated.active().kid()).isEqualTo(second);
        assertThat(rotated.all())
                .filteredOn(key -> key.kid().equals(first))
                .extracting(ToolKey::state)
                .containsExactly(KeyState.RETIRING);
        assertThat(rotated.publicJwks()).contains(first, second);
        assertThat(rotated.without(first).publicJwks()).doesNotContain(first);
        assertThat(KEYS.active().kid()).as("the keys before are untouched").isEqualTo(first);
    }

    @Test
    void neverActivatesARetiringOrUnknownKeyAndNeverDropsTheActiveOne() {
        String first = KEYS.active().kid();
        ToolKeys rotated = KEYS.activate(next(KEYS).kid(), LATER);
        assertThatThrownBy(() -> rotated.activate(first, LATER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rotated.activate("unknown", LATER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rotated.without(rotated.active().kid())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KEYS.with(KEYS.active().in(KeyState.NEXT, NOW)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ToolKeys(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signsTheSameAfterBeingStored() throws GeneralSecurityException {
        ToolKey stored = ToolKey.fromPrivateJson(KEYS.active().toPrivateJson(), KeyState.ACTIVE, NOW, LATER);
        assertThat(stored.kid()).isEqualTo(KEYS.active().kid());
        assertThat(stored.created()).isEqualTo(NOW);
        assertThat(stored.since()).isEqualTo(LATER);
        byte[] text = {1, 2, 3};
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(stored.privateKey());
        signer.update(text);
        byte[] signature = signer.sign();
        signer.initVerify(KEYS.active().publicKey());
        signer.update(text);
        assertThat(signer.verify(signature)).isTrue();
    }

    @Test
    void signsClaimsWithTheActiveKeyUnderItsName() throws ParseException, JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("client-1")
                .claim("absent", null)
                .expirationTime(Date.from(NOW))
                .build();
        SignedJWT token = SignedJWT.parse(KEYS.sign(claims));
        assertThat(token.getHeader().toJSONObject())
                .containsOnly(
                        entry("alg", "RS256"),
                        entry("typ", "JWT"),
                        entry("kid", KEYS.active().kid()));
        assertThat(token.verify(new RSASSAVerifier(KEYS.active().publicKey()))).isTrue();
        assertThat(token.getPayload().toJSONObject())
                .containsOnly(entry("iss", "client-1"), entry("exp", NOW.getEpochSecond()));
        String second = next(KEYS).kid();
        assertThat(SignedJWT.parse(KEYS.activate(second, LATER).sign(claims))
                        .getHeader()
                        .getKeyID())
                .isEqualTo(second);
    }

    @Test
    void refusesToReadAnythingElseWithoutRepeatingIt() {
        String publicOnly = PracticeKeys.number(1).toPublicJWK().toJSONString();
        String renamed = PracticeKeys.number(1).toJSONString();
        for (String text : List.of("", "secret-text", "{\"kty\":\"RSA\",\"d\":\"secret-text\"}", publicOnly, renamed)) {
            assertThatThrownBy(() -> ToolKey.fromPrivateJson(text, KeyState.NEXT, NOW, NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret-text")
                    .hasNoCause();
        }
    }

    @Test
    void keepsKeyMaterialOutOfItsText() {
        assertThat(KEYS.active().toString())
                .hasSizeLessThan(120)
                .contains(KEYS.active().kid());
    }

    @Test
    void forgetsTheSecretOfARevokedKeyAndPutsTheNextInItsPlace() {
        String first = KEYS.active().kid();
        ToolKeys after = KEYS.revoke(first, LATER);
        ToolKey revoked = after.all().stream()
                .filter(key -> key.kid().equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(after.active().kid()).isEqualTo(next(KEYS).kid());
        assertThat(after.active().since()).isEqualTo(LATER);
        assertThat(revoked.state()).isEqualTo(KeyState.REVOKED);
        assertThat(revoked.since()).isEqualTo(LATER);
        assertThat(after.publicJwks())
                .doesNotContain(first)
                .contains(after.active().kid());
        assertThatThrownBy(revoked::toPrivateJson).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(revoked::privateKey).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> revoked.sign(new JWTClaimsSet.Builder().build()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(after.revoke(first, LATER)).as("once is enough").isSameAs(after);
        assertThatThrownBy(() -> after.activate(first, LATER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> after.revoke("unknown", LATER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> after.revoke(after.active().kid(), LATER))
                .as("nobody would sign")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ToolKey.fromPrivateJson(KEYS.active().toPrivateJson(), KeyState.REVOKED, NOW, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ToolKey next(ToolKeys keys) {
        return keys.next().orElseThrow();
    }
}
