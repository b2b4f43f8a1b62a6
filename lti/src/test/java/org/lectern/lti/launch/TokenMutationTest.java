package org.lectern.lti.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.LTI;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.refusal.LaunchRejected;

/** Whatever comes, the verifier either accepts or refuses by name. */
class TokenMutationTest {
    private static final List<String> CLAIMS = List.of(
            "iss",
            "aud",
            "azp",
            "sub",
            "exp",
            "iat",
            "nbf",
            "nonce",
            "name",
            "email",
            LTI + "version",
            LTI + "message_type",
            LTI + "deployment_id",
            LTI + "target_link_uri",
            LTI + "roles",
            LTI + "resource_link",
            LTI + "context",
            LTI + "custom",
            LTI + "launch_presentation",
            LTI + "tool_platform",
            LTI + "lis",
            "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
            "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice");

    private final PracticePlatform platform = PracticePlatform.practice();
    private final PracticeTool tool = new PracticeTool(platform);

    @Property(tries = 500)
    void signedTokenWithAnyClaimReplacedIsAcceptedOrRefusedByName(
            @ForAll("claimNames") String claim, @ForAll("json") Object value) {
        LoginStarted started = tool.start();
        String token = platform.idToken(
                aLaunch().with(claim, value),
                PracticeTool.nonce(started),
                tool.clock().instant());
        acceptedOrRefused(started, token);
    }

    @Property(tries = 500)
    void signedHeaderWithAnyFieldReplacedIsAcceptedOrRefusedByName(
            @ForAll("headerNames") String name, @ForAll("json") Object value) {
        LoginStarted started = tool.start();
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "RS256", "kid", "practice-1"));
        header.put(name, value);
        acceptedOrRefused(started, platform.sign(header, claims(started)));
    }

    @Property(tries = 500)
    void signedPayloadWithACharacterChangedIsAcceptedOrRefusedByName(
            @ForAll @IntRange(min = 0, max = 700) int at, @ForAll char other) {
        LoginStarted started = tool.start();
        String payload = JSONObjectUtils.toJSONString(claims(started));
        StringBuilder changed = new StringBuilder(payload);
        changed.setCharAt(at % payload.length(), other);
        acceptedOrRefused(started, platform.signText("{\"alg\":\"RS256\",\"kid\":\"practice-1\"}", changed.toString()));
    }

    @Property(tries = 500)
    void tokenWithACharacterChangedIsNeverAcceptedWithOtherContent(
            @ForAll @IntRange(min = 0, max = 1500) int at, @ForAll("tokenCharacters") char other) {
        LoginStarted started = tool.start();
        String token = platform.sign(claims(started));
        StringBuilder changed = new StringBuilder(token);
        changed.setCharAt(at % token.length(), other);
        try {
            Launch launch = tool.verify(started, changed.toString()).launch();
            assertThat(launch.subject()).isEqualTo("student-1");
            assertThat(launch.deploymentId()).isEqualTo(platform.deploymentId());
        } catch (LaunchRejected refused) {
            assertThat(refused.refusal()).isNotNull();
        }
    }

    @Property(tries = 300)
    void anyTextIsRefusedByName(@ForAll String text) {
        acceptedOrRefused(tool.start(), text);
    }

    private void acceptedOrRefused(LoginStarted started, String token) {
        try {
            assertThat(tool.verify(started, token).launch()).isNotNull();
        } catch (LaunchRejected refused) {
            assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    private Map<String, Object> claims(LoginStarted started) {
        return aLaunch()
                .claims(platform, PracticeTool.nonce(started), tool.clock().instant());
    }

    @Provide
    Arbitrary<String> claimNames() {
        return Arbitraries.of(CLAIMS);
    }

    @Provide
    Arbitrary<String> headerNames() {
        return Arbitraries.of(
                "alg",
                "kid",
                "typ",
                "cty",
                "jku",
                "jwk",
                "x5u",
                "x5c",
                "x5t",
                "x5t#S256",
                "crit",
                "b64",
                "zip",
                "enc",
                "iv",
                "p2c",
                "url",
                "nonce",
                "iss",
                "extra");
    }

    @Provide
    Arbitrary<Character> tokenCharacters() {
        return Arbitraries.chars()
                .range('a', 'z')
                .range('A', 'Z')
                .range('0', '9')
                .with('-', '_', '.');
    }

    @Provide
    Arbitrary<Object> json() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300).map(text -> (Object) text),
                Arbitraries.of(
                                "RS256",
                                "none",
                                "$X",
                                "@X@",
                                "https://tool.example.edu/",
                                "https://[",
                                "1.3.0",
                                "client-1")
                        .map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.of(true, false).map(truth -> (Object) truth),
                Arbitraries.just(null));
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf.list().ofMaxSize(3).map(list -> (Object) list),
                () -> Arbitraries.maps(
                                Arbitraries.of("id", "title", "type", "return_url", "lineitems", "scope", "kty", "n"),
                                leaf)
                        .ofMaxSize(4)
                        .map(map -> (Object) map));
    }
}
