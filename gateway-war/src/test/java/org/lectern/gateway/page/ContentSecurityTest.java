package org.lectern.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.EmbeddedPlayer;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.lti.refusal.LaunchSource;
import org.lectern.lti.registration.WebOrigin;

class ContentSecurityTest {

    @Test
    void letsOnlyTheSessionsPlatformFrameIt() {
        Tenant acme = GivenTenants.acme();
        assertThat(directive(Framing.by(acme, "practice"), "frame-ancestors"))
                .containsExactly("'self'", "https://lms.example.edu");
        assertThat(directive(Framing.by(acme, "another"), "frame-ancestors")).containsExactly("'self'");
    }

    @Test
    void allowsTheIssuersHostBesidesTheLoginEndpointsButNoIssuerThatIsNoAddress() {
        Framing framing = Framing.by(List.of(
                platform("https://canvas.example.com", "https://sso.example.com/auth"),
                platform("not an address; script-src *", "https://lms2.example.com:8443/auth")));
        assertThat(directive(framing, "frame-ancestors"))
                .containsExactly(
                        "'self'",
                        "https://canvas.example.com",
                        "https://lms2.example.com:8443",
                        "https://sso.example.com");
    }

    @Test
    void answersStrangersInsideAnyRegisteredPlatformButNotTooMany() {
        Tenant acme = GivenTenants.acme();
        LaunchSource evil = new LaunchSource(
                Optional.empty(), Optional.of("https://evil.example"), Optional.empty(), Optional.empty());
        assertThat(directive(Framing.unknown(List.of(acme), evil), "frame-ancestors"))
                .containsExactly("'self'", "https://lms.example.edu");
        List<Platform> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(platform("https://lms" + i + ".example.edu", "https://lms" + i + ".example.edu/auth"));
        }
        assertThat(directive(Framing.by(many), "frame-ancestors")).hasSize(101);
    }

    @Test
    void hostedMakersFrameFromEverySchoolsNameBelowTheirs() {
        assertThat(ancestors("https://canvas.instructure.com", "https://sso.canvaslms.com/api/lti/authorize_redirect"))
                .containsExactly(
                        "'self'",
                        "https://*.instructure.com",
                        "https://canvas.instructure.com",
                        "https://sso.canvaslms.com");
        assertThat(ancestors("https://canvas.beta.instructure.com", "https://sso.beta.canvaslms.com/auth"))
                .contains("https://*.instructure.com");
        assertThat(ancestors("https://blackboard.com", "https://developer.blackboard.com/api/v1/gateway/oidcauth"))
                .containsExactly(
                        "'self'",
                        "https://*.blackboard.com",
                        "https://blackboard.com",
                        "https://developer.blackboard.com");
        assertThat(ancestors(
                        "https://schoology.schoology.com",
                        "https://lti-service.svc.schoology.com/lti-service/authorize-redirect"))
                .contains("https://*.schoology.com");
        assertThat(ancestors("https://evilinstructure.com", "https://instructure.com.evil.example/auth"))
                .containsExactly("'self'", "https://evilinstructure.com", "https://instructure.com.evil.example");
    }

    @Test
    void brightspaceWithANameOfItsOwnIsKnownByItsTokenAddressForItsContentComesFromItsMaker() {
        Platform brightspace = new Platform(
                "p",
                "https://learn.school.example",
                "c",
                Set.of(),
                URI.create("https://learn.school.example/d2l/lti/authenticate"),
                URI.create("https://auth.brightspace.com/core/connect/token"),
                "https://api.brightspace.com/auth/token",
                URI.create("https://learn.school.example/d2l/.well-known/jwks"));
        assertThat(directive(Framing.by(List.of(brightspace)), "frame-ancestors"))
                .containsExactly("'self'", "https://*.brightspace.com", "https://learn.school.example");
    }

    @Test
    void framesFromWhereTheRegistrationSaysForEveryPageAroundMustBeNamed() {
        Platform platform = platform("https://canvas.instructure.com", "https://sso.canvaslms.com/auth")
                .framedFrom(Set.of(
                        FrameOrigin.of("https://canvas.school.example").orElseThrow(),
                        FrameOrigin.of("https://*.portal.school.example").orElseThrow()));
        assertThat(directive(Framing.by(List.of(platform)), "frame-ancestors"))
                .containsExactly(
                        "'self'",
                        "https://*.instructure.com",
                        "https://*.portal.school.example",
                        "https://canvas.instructure.com",
                        "https://canvas.school.example",
                        "https://sso.canvaslms.com");
    }

    @Test
    void answersAStrangerInsideTheOneRegistrationItNamesAndEverywhereWhereAHeaderCannotNameAll() {
        Platform one = school("https://one.example", "1");
        Platform two = school("https://two.example", "2");
        List<Tenant> tenants = List.of(GivenTenants.with("acme", one), GivenTenants.with("umbrella", two));
        LaunchSource hosted = new LaunchSource(
                Optional.empty(), Optional.of("https://hosted.example"), Optional.of("c"), Optional.empty());
        assertThat(directive(Framing.unknown(tenants, hosted), "frame-ancestors"))
                .contains("https://one.example", "https://two.example");
        assertThat(directive(Framing.unknown(tenants, hosted.ofDeployment("2")), "frame-ancestors"))
                .containsExactly("'self'", "https://hosted.example", "https://two.example");
        assertThat(directive(Framing.unknown(tenants, hosted.ofDeployment("3")), "frame-ancestors"))
                .contains("https://one.example", "https://two.example");

        List<Tenant> many = IntStream.range(0, 101)
                .mapToObj(number ->
                        GivenTenants.with("t" + number, school("https://school" + number + ".example", "d" + number)))
                .toList();
        assertThat(directive(Framing.unknown(many, hosted), "frame-ancestors"))
                .contains("https:")
                .doesNotContain("https://school0.example");
        assertThat(directive(Framing.unknown(many, hosted.ofDeployment("d100")), "frame-ancestors"))
                .containsExactly("'self'", "https://hosted.example", "https://school100.example");
    }

    @Test
    void letsThePlayerReadMediaWhereverTheirAddressLeads() {
        assertThat(directive(playing("https://cdn.example.net/x/y.mp4"), "media-src"))
                .containsExactly("'self'", "blob:", "https:");
        assertThat(directive(playing("https://cdn.example.net/x/y.m3u8"), "connect-src"))
                .containsExactly("'self'", "https:");
        assertThat(directive(playing("http://localhost:8082/y.m3u8"), "connect-src"))
                .containsExactly("'self'", "http://localhost:8082", "https:");
        assertThat(directive(Framing.by(List.of()).playing(Set.of()), "media-src"))
                .containsExactly("'self'", "blob:");
        assertThat(directive(Framing.by(List.of()).playing(Set.of()), "connect-src"))
                .containsExactly("'self'");
    }

    @Test
    void postsFormsToOurselvesAndToTheOneReceiverOfThePage() {
        assertThat(directive(Framing.by(List.of()), "form-action")).containsExactly("'self'");
        Framing posting = Framing.by(List.of())
                .posting(WebOrigin.of(URI.create("https://school.example.com/return?key=1"))
                        .orElseThrow())
                .playing(Set.of());
        assertThat(directive(posting, "form-action")).containsExactly("'self'", "https://school.example.com");
    }

    @Test
    void runsOurOwnScriptsOnly() {
        String policy = ContentSecurity.policy(Framing.by(List.of()), "bm9uY2U=");
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'nonce-bm9uY2U=' 'self'",
                        "object-src 'none'",
                        "base-uri 'none'");
        assertThat(policy).doesNotContain("unsafe", "*");
    }

    @Test
    void letsAnotherCompanysPlayerIntoThePageThatShowsItOnly() {
        EmbeddedPlayer player = new EmbeddedPlayer(
                Source.ForeignPlayer.KALTURA,
                URI.create("https://cdn.example.com/p/1"),
                Map.of(),
                List.of("https://cdn.example.com", "https://*.example.com"));
        Framing framing = Framing.by(List.of()).embedding(player);
        assertThat(directive(framing, "script-src")).containsExactly("'nonce-n'", "'self'", "https://cdn.example.com");
        assertThat(directive(framing, "connect-src"))
                .containsExactly("'self'", "https://cdn.example.com", "https://*.example.com");
        assertThat(directive(framing, "style-src"))
                .containsExactly("'self'", "'unsafe-inline'", "https://cdn.example.com", "https://*.example.com");
    }

    private static Framing playing(String address) {
        return Framing.by(List.of())
                .playing(Set.of(WebOrigin.of(URI.create(address)).orElseThrow()));
    }

    private static Platform platform(String issuer, String authorization) {
        URI url = URI.create(authorization);
        return new Platform("p", issuer, "c", Set.of(), url, url, "a", url);
    }

    /** One of many institutions on a hosted platform. */
    private static Platform school(String origin, String deployment) {
        URI url = URI.create("https://hosted.example/auth");
        return new Platform("p", "https://hosted.example", "c", Set.of(deployment), url, url, "a", url)
                .framedFrom(Set.of(FrameOrigin.of(origin).orElseThrow()));
    }

    private static List<String> ancestors(String issuer, String authorization) {
        return directive(Framing.by(List.of(platform(issuer, authorization))), "frame-ancestors");
    }

    private static List<String> directive(Framing framing, String name) {
        return Arrays.stream(ContentSecurity.policy(framing, "n").split("; "))
                .filter(one -> one.startsWith(name + " "))
                .flatMap(one -> Arrays.stream(one.substring(name.length() + 1).split(" ")))
                .toList();
    }
}
