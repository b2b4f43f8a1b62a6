package org.lectern.playground.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets an access token, and who is told why not. */
final class TokensTest {
    private static final String SCORE = PracticeTool.AGS + "score";
    private final PracticeTool tool;

    TokensTest() throws IOException {
        tool = new PracticeTool();
    }

    @AfterEach
    void stop() {
        tool.close();
    }

    @Test
    void givesATokenOfAnHourForAGoodAssertion() throws Exception {
        HttpResponse<String> answer =
                tool.askToken(tool.signed(tool.assertion().build()), SCORE + " https://unknown.example/scope");

        JsonObject told = PracticeTool.object(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(told.getString("token_type")).isEqualTo("Bearer");
        assertThat(told.getInt("expires_in")).isEqualTo(3600);
        assertThat(told.getString("scope")).isEqualTo(SCORE);
    }

    static Stream<Arguments> badAssertions() {
        return Stream.of(
                bad("iss", claims -> claims.issuer("nobody")),
                bad("sub", claims -> claims.subject("another")),
                bad("aud", claims -> claims.audience("https://elsewhere.example/token")),
                bad("aud", claims -> claims.audience((String) null)),
                bad("exp", claims -> claims.expirationTime(null)),
                bad("exp", claims -> claims.expirationTime(new Date(0))),
                bad("exp", claims -> claims.expirationTime(new Date(4102444800000L))),
                bad("iat", claims -> claims.issueTime(null)),
                bad("jti", claims -> claims.jwtID(null)));
    }

    private static Arguments bad(String named, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(named, change);
    }

    @ParameterizedTest
    @MethodSource("badAssertions")
    void namesTheClaimThatIsWrong(String named, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder claims = tool.assertion();
        change.accept(claims);

        HttpResponse<String> answer = tool.askToken(tool.signed(claims.build()), SCORE);

        JsonObject told = PracticeTool.object(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(told.getString("error")).isEqualTo("invalid_client");
        assertThat(told.getString("error_description")).contains(named);
        JsonObject logged =
                tool.json(tool.issuer() + "/log.json").getJsonArray("entries").getJsonObject(0);
        assertThat(logged.getString("outcome")).isEqualTo("refused");
        assertThat(logged.getJsonArray("faults").toString()).contains(named);
    }

    @Test
    void takesATokenIdOnce() throws Exception {
        String assertion = tool.signed(tool.assertion().build());

        assertThat(tool.askToken(assertion, SCORE).statusCode()).isEqualTo(200);
        assertThat(tool.askToken(assertion, SCORE).body()).contains("jti");
    }

    @Test
    void readsTheKeySetAgainForAnUnknownKey() throws Exception {
        assertThat(tool.token(SCORE)).isNotEmpty();
        tool.changeKey();
        assertThat(tool.token(SCORE)).isNotEmpty();
    }

    @Test
    void refusesOtherKeysAndUnsignedTokens() throws Exception {
        String foreign = PracticeTool.signed(tool.assertion().build(), new KeyRing(new SecureRandom()).fresh());
        assertThat(tool.askToken(foreign, SCORE).body()).contains("read again");

        String sameName = PracticeTool.signed(
                tool.assertion().build(),
                new RSAKey.Builder(new KeyRing(new SecureRandom()).fresh())
                        .keyID(tool.key().getKeyID())
                        .build());
        assertThat(tool.askToken(sameName, SCORE).body()).contains("signature");

        assertThat(tool.askToken(new PlainJWT(tool.assertion().build()).serialize(), SCORE)
                        .body())
                .contains("not signed");
    }

    @Test
    void refusesScopesItDoesNotKnow() throws Exception {
        HttpResponse<String> answer = tool.askToken(tool.signed(tool.assertion().build()), "everything");

        assertThat(PracticeTool.object(answer.body()).getString("error")).isEqualTo("invalid_scope");
    }

    @Test
    void opensServicesOnlyWithALivingTokenOfTheRightScope() throws Exception {
        String members = tool.issuer() + "/services/2/memberships";
        assertThat(tool.get(members).statusCode()).isEqualTo(401);
        assertThat(tool.get(members, "Authorization", "Bearer " + tool.token(SCORE))
                        .statusCode())
                .isEqualTo(403);

        String token = tool.token(PracticeTool.ROSTER);
        assertThat(tool.get(members, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        tool.later(Duration.ofHours(1));
        assertThat(tool.get(members, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void answersAsASwitchAsks() throws Exception {
        tool.set("token-answer", "500");
        assertThat(tool.askToken(tool.signed(tool.assertion().build()), SCORE).statusCode())
                .isEqualTo(500);
        tool.set("token-answer", "html");
        assertThat(tool.askToken(tool.signed(tool.assertion().build()), SCORE).body())
                .contains("<!doctype html>");
        tool.set("token-answer", "short");
        assertThat(tool.askToken(tool.signed(tool.assertion().build()), SCORE).body())
                .contains("\"expires_in\":60");
        assertThat(tool.form(tool.issuer() + "/switches", Map.of("token-answer", "never"))
                        .statusCode())
                .isEqualTo(400);
    }
}
