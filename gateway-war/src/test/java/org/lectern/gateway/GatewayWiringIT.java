package org.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.action.SpokenVocabularies;

/** The built WAR on the server it is made for: who is found, and what goes over the wire. */
@ArquillianTest
class GatewayWiringIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    @ArquillianResource
    private URI server;

    @Inject
    private SpokenVocabularies vocabularies;

    @Deployment
    static WebArchive gateway() {
        return GatewayArchive.built();
    }

    @Test
    void ourJoseLibraryWinsOverTheServers() {
        assertThat(JWSObject.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString())
                .contains("/WEB-INF/lib/nimbus-jose-jwt-10.10.jar");
    }

    /** Every folder is a vocabulary of its name; a new one changes nothing here. */
    @Test
    void adaptersAreFoundByBeingThere() {
        assertThat(vocabularies.knownVocabularies()).contains("caliper", "kaltura", "video-profile");
    }

    @Test
    @RunAsClient
    void isAliveAndReadyAndShowsItsKeys() {
        assertThat(wire().get("/health/live").status()).isEqualTo(200);
        assertThat(wire().get("/health/ready").status()).isEqualTo(200);
        WireAnswer keys = wire().get("/lti/jwks");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.body()).contains("\"keys\"").contains("\"kty\":\"RSA\"").doesNotContain("\"d\":");
    }

    @Test
    @RunAsClient
    void saysNothingAboutTheServer() {
        SoftAssertions all = new SoftAssertions();
        for (String target :
                new String[] {"/health/ready", "/lti/jwks", "/lti/launch", "/lti/login", "/session", "/nowhere"}) {
            all.assertThat(wire().get(target).headers())
                    .as(target)
                    .noneMatch(line -> line.matches("(server|x-powered-by|x-frame-options):.*"));
        }
        all.assertAll();
    }

    @Test
    @RunAsClient
    void countsALoginThatFailed() {
        assertThat(wire().get("/lti/login?iss=https%3A%2F%2Fstranger.example&login_hint=1&target_link_uri=x")
                        .status())
                .isBetween(400, 499);
        assertThat(wire().get("/metrics").body()).contains("lectern_launches_total{");
    }

    @Test
    @RunAsClient
    void unknownPathIsAProblem() {
        WireAnswer nowhere = wire().get("/nowhere");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.isProblem()).as(nowhere.toString()).isTrue();
    }

    @Test
    @RunAsClient
    void factsAreRefusedInTheWordsOfHttp() {
        WireAnswer stranger = wire().ask("POST", "/api/v1/facts", JSON, "{}");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.isProblem()).as(stranger.toString()).isTrue();
        assertThat(stranger.headers()).contains("www-authenticate: bearer", "cache-control: no-store");
        WireAnswer asked = wire().get("/api/v1/facts");
        assertThat(asked.status()).isEqualTo(405);
        assertThat(asked.headers()).contains("allow: post");
        WireAnswer form = wire().ask("POST", "/api/v1/facts", FORM, "a=b");
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.body()).contains("http.415");
    }

    @Test
    @RunAsClient
    void refusesWhatMakesNoSenseInItsOwnWords() {
        Wire wire = wire();
        String large = "a=" + "x".repeat(3_000_000);
        Map<String, WireAnswer> answers = new LinkedHashMap<>();
        for (String target : new String[] {
            "/lti/login",
            "/lti/launch",
            "/lti/jwks",
            "/lti/restart/x",
            "/session",
            "/session/open",
            "/session/of/acme",
            "/session/of/acme/open",
            "/assets/x.js",
            "/media/acme/x",
            "/media/acme/x/captions/en.vtt",
            "/api/v1/facts",
            "/api/v1/admin/lanes",
            "/api/v1/admin/keys",
            "/api/v1/admin/dead-letters",
            "/api/v1/admin/replay",
            "/api/v1/admin/lanes/acme/lrs/pause",
            "/api/v1/admin/dead-letters/x"
        }) {
            for (String method : new String[] {"PUT", "DELETE", "PATCH", "TRACE", "BREW"}) {
                answers.put(method + " " + target, wire.ask(method, target, "", ""));
            }
            answers.put(
                    "POST image " + target, wire.ask("POST", target, "Content-Type: image/png\r\n", "\u0000\u0001"));
            answers.put("POST odd type " + target, wire.ask("POST", target, "Content-Type: ;;;\r\n", "x"));
            answers.put("POST no JSON " + target, wire.ask("POST", target, JSON, "{\"a\":[[[["));
            answers.put("POST garbage form " + target, wire.ask("POST", target, FORM, "%%%=%zz&&=&\u0000"));
            answers.put("POST too much " + target, wire.ask("POST", target, FORM, large));
            answers.put("POST odd accept " + target, wire.ask("POST", target, FORM + "Accept: ///\r\n", "a=b"));
            answers.put(
                    "POST odd bearer " + target,
                    wire.ask("POST", target, JSON + "Authorization: Bearer \u00e9\r\n", "{}"));
        }
        judge(answers);
    }

    @Test
    @RunAsClient
    void refusesOddAddressesInItsOwnWords() {
        Wire wire = wire();
        Map<String, WireAnswer> answers = new LinkedHashMap<>();
        for (String target : new String[] {
            "/lti/login?iss=%zz",
            "/session/of/%ff%fe",
            "/media/acme/%00",
            "//",
            "//lti/login",
            "/..;/",
            "/..;/WEB-INF/beans.xml",
            "/../",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/WEB-INF/beans.xml",
            "/META-INF/MANIFEST.MF",
            "/assets/..%2f..%2fWEB-INF%2fbeans.xml",
            "/media/acme/..%2f..%2fx",
            "/lti/launch;x=y",
            "/api/v1/facts/",
            "/a\\b",
            "/<script>",
            "/lti/restart/" + "x".repeat(5_000)
        }) {
            answers.put(target.length() > 60 ? target.substring(0, 60) : target, wire.get(target));
        }
        judge(answers);
    }

    @Test
    @RunAsClient
    void refusesOddProtocolsWithoutAFault() {
        Wire wire = wire();
        Map<String, WireAnswer> answers = new LinkedHashMap<>();
        answers.put("HTTP/1.0", wire.say("GET /nowhere HTTP/1.0\r\n\r\n"));
        answers.put("HTTP/1.0 POST", wire.say("POST /lti/launch HTTP/1.0\r\nContent-Length: 3\r\n\r\na=b"));
        answers.put("100 KB header", wire.ask("GET", "/nowhere", "X-Long: " + "x".repeat(100_000) + "\r\n", ""));
        answers.put("100 KB address", wire.get("/" + "x".repeat(100_000)));
        answers.put("1000 headers", wire.ask("GET", "/nowhere", "X-Many: 1\r\n".repeat(1_000), ""));
        answers.put("no host", wire.say("GET /nowhere HTTP/1.1\r\nConnection: close\r\n\r\n"));
        answers.put(
                "bad length",
                wire.say("POST /lti/launch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: x\r\n\r\n"));
        answers.put("no length", wire.say("POST /lti/launch HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        answers.put(
                "bad chunk",
                wire.say(
                        "POST /lti/launch HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"));
        answers.put("bad cookie", wire.ask("POST", "/lti/launch", FORM + "Cookie: =;;\u00e9=\"\r\n", "a=b"));
        judge(answers);
    }

    /** The server cannot decode these and, as of 6.2025.10, answers an empty 200 itself; what counts is that nobody else is asked. */
    @Test
    @RunAsClient
    void malformedEscapesReachNoResource() {
        for (String target : new String[] {"/%", "/%zz", "/session/of/%zz", "/media/acme/%f"}) {
            WireAnswer answer = wire().get(target);
            assertThat(answer.status()).as(target).isLessThan(500);
            assertThat(answer.isProblem() || answer.body().isEmpty())
                    .as(target + " answered " + answer)
                    .isTrue();
            assertThat(answer.betraysTheServer()).as(target).isFalse();
        }
    }

    @Test
    @RunAsClient
    void unknownProtocolVersionIsSaidToBeOne() {
        WireAnswer answer = wire().say("GET /nowhere HTTP/9.9\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer.status()).isEqualTo(505);
        assertThat(answer.betraysTheServer()).isFalse();
    }

    private Wire wire() {
        return new Wire(server);
    }

    /** Named 4xx, as problem or page of ours; never a fault, never the server's own error page. */
    private static void judge(Map<String, WireAnswer> answers) {
        SoftAssertions all = new SoftAssertions();
        answers.forEach((asked, answer) -> {
            all.assertThat(answer.status()).as(asked).isBetween(400, 499);
            all.assertThat(answer.isProblem()
                            || answer.isPage()
                            || answer.body().isEmpty())
                    .as(asked + " answered " + answer)
                    .isTrue();
            all.assertThat(answer.betraysTheServer())
                    .as(asked + " answered " + answer)
                    .isFalse();
        });
        all.assertAll();
    }
}
