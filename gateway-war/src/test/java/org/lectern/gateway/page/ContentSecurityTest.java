package org.lectern.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.EmbeddedPlayer;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.session.GivenTenants;
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
        assertThat(directive(Framing.unknown(List.of(acme), Optional.of("https://evil.example")), "frame-ancestors"))
                .containsExactly("'self'", "https://lms.example.edu");
        List<Platform> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(platform("https://lms" + i + ".example.edu", "https://lms" + i + ".example.edu/auth"));
        }
        assertThat(directive(Framing.by(many), "frame-ancestors")).hasSize(101);
    }

    @Test
    void letsThePlayerReadMediaFromTheirOriginOnly() {
        Framing framing = Framing.by(List.of())
                .playing(Set.of(WebOrigin.of(URI.create("https://cdn.example.net/x/y.mp4"))
                        .orElseThrow()));
        assertThat(directive(framing, "media-src")).containsExactly("'self'", "blob:", "https://cdn.example.net");
        assertThat(directive(framing, "connect-src")).containsExactly("'self'", "https://cdn.example.net");
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

    private static Platform platform(String issuer, String authorization) {
        URI url = URI.create(authorization);
        return new Platform("p", issuer, "c", Set.of(), url, url, "a", url);
    }

    private static List<String> directive(Framing framing, String name) {
        return Arrays.stream(ContentSecurity.policy(framing, "n").split("; "))
                .filter(one -> one.startsWith(name + " "))
                .flatMap(one -> Arrays.stream(one.substring(name.length() + 1).split(" ")))
                .toList();
    }
}
