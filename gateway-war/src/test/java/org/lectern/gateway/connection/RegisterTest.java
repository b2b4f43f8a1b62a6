package org.lectern.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.DeclaredTenants;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.PracticeConnections.Lms;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.page.BuiltWeb;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.PracticeServer;
import org.lectern.lti.dynamic.RegistrationRefusal;

class RegisterTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId UMBRELLA = new TenantId("umbrella");
    private static final Pattern OFFER = Pattern.compile("name=\"offer\" value=\"([^\"]+)\"");
    private static final String MANUAL = "way=manual&family=moodle&issuer=https%3A%2F%2Fmoodle.example.edu&client=abc"
            + "&deployments=3%0D%0A4&authorization=&token=&audience=&jwksUrl=";

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final PracticeConnections room =
            new PracticeConnections(jdbi, Clock.systemUTC(), declared(), URI.create("https://tool.example.edu"));
    private final Lms lms = room.platform;
    private final PracticeServer server = new PracticeServer(room.resource, room.toolResource);

    @AfterEach
    void close() {
        server.close();
    }

    private static DeclaredTenants declared() {
        return new DeclaredTenants(
                List.of(
                        with(GivenTenants.tenant("acme", "1", ActorPolicy.PSEUDONYM), "https://file.example.edu"),
                        with(GivenTenants.tenant("umbrella", "2", ActorPolicy.MBOX), "https://other.example.edu")),
                List.of());
    }

    private static Tenant with(Tenant tenant, String issuer) {
        Platform old = tenant.platforms().get(0);
        Platform moved = new Platform(
                "moodle",
                issuer,
                old.clientId(),
                old.deploymentIds(),
                URI.create(issuer + "/auth"),
                URI.create(issuer + "/token"),
                issuer + "/token",
                URI.create(issuer + "/jwks"));
        return new Tenant(
                tenant.id(),
                tenant.name(),
                List.of(moved),
                tenant.destinations(),
                tenant.media(),
                tenant.progress(),
                tenant.completionThreshold(),
                tenant.actor(),
                tenant.retention(),
                tenant.adapterSettings());
    }

    private String invite(TenantId tenant, boolean active) {
        return "/lti/register/"
                + room.invitations.issue(tenant, active, Duration.ofDays(7)).token();
    }

    private HttpResponse<String> open(String link) {
        return server.get(link + "?openid_configuration=" + encoded("https://lms.example.edu/conf?s=1")
                + "&registration_token=token-1");
    }

    private HttpResponse<String> connect(String link, String more) {
        Matcher offer = OFFER.matcher(open(link).body());
        assertThat(offer.find()).isTrue();
        return server.post(link, "way=dynamic&offer=" + encoded(offer.group(1)) + more);
    }

    private HttpResponse<String> connect(String link) {
        return connect(link, "");
    }

    private List<RegisteredPlatformRow> rows() {
        return room.approving.all();
    }

    private Optional<Platform> usable(TenantId tenant, String platform) {
        return room.tenants.find(tenant).orElseThrow().platforms().stream()
                .filter(known -> known.name().equals(platform))
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void showsWhatWouldBeRegisteredAndChangesNothing() {
        HttpResponse<String> page = open(invite(ACME, false));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("University of acme", "lms.example.edu", "It starts inactive")
                .doesNotContain("token-1");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self' https: http://localhost:* http://127.0.0.1:*;".replace(";", ""))
                .contains("form-action 'self'");
        assertThat(lms.asked).containsExactly("GET https://lms.example.edu/conf?s=1 token-1");
        assertThat(rows()).isEmpty();
    }

    @Test
    void speaksTheAdministratorsLanguage() {
        String link = invite(ACME, false);
        HttpResponse<String> page = server.send(server.request(link)
                .header("Accept-Language", "fr-CH, de-AT;q=0.9, en;q=0.8")
                .GET());
        assertThat(page.body()).contains("<html lang=\"de\">", "Eine Lernplattform mit University of acme verbinden");
    }

    @Test
    void registersInactiveAndUsesTheInvitationUp() {
        String link = invite(ACME, false);
        HttpResponse<String> page = connect(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("./lectern admin activate --tenant acme --platform moodle-2", "data-family=\"moodle\"")
                .contains("https://lms.example.edu");
        assertThat(lms.asked)
                .as("the configuration is read once: some platforms give it away once")
                .containsExactly(
                        "GET https://lms.example.edu/conf?s=1 token-1",
                        "POST https://lms.example.edu/register token-1");
        assertThat(usable(ACME, "moodle-2")).isEmpty();
        assertThat(room.registrations.find("https://lms.example.edu", Optional.of("client-1"), Optional.empty()))
                .isEmpty();
        assertThat(room.registrations.inactive(
                        "https://lms.example.edu", Optional.of("client-1"), Optional.of("deployment-1")))
                .containsExactly("acme/moodle-2");
        assertThat(server.get(link).statusCode()).isEqualTo(410);
        assertThat(server.get(link).body()).contains("was used already");
        room.approving.activate(rows().get(0));
        assertThat(usable(ACME, "moodle-2").orElseThrow().deploymentIds()).containsExactly("deployment-1");
        room.approving.deactivate(rows().get(0));
        assertThat(usable(ACME, "moodle-2")).isEmpty();
    }

    @Test
    void startsActiveWhereTheInvitationSaysSo() {
        connect(invite(ACME, true));
        assertThat(usable(ACME, "moodle-2")).isPresent();
        assertThat(room.registrations.inactive("https://lms.example.edu", Optional.of("client-1"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void asksForNamesOnlyWhenTheyAreUsed() {
        connect(invite(ACME, true));
        assertThat(lms.request.toString()).contains("\"claims\":[\"iss\",\"sub\"]");
        connect(invite(ACME, true), "&names=yes");
        assertThat(lms.request.toString()).contains("\"name\"").doesNotContain("\"email\"");
        lms.answer = Lms.answer(200, "{\"client_id\":\"client-9\",\"deployment_id\":\"d\"}");
        assertThat(open(invite(UMBRELLA, true)).body()).contains("Mail addresses");
        connect(invite(UMBRELLA, true));
        assertThat(lms.request.toString()).contains("\"email\"");
    }

    @Test
    void bringsTheSamePlatformUpToDateInsteadOfDoublingIt() {
        connect(invite(ACME, true));
        lms.configuration.put("jwks_uri", "https://lms.example.edu/keys");
        String again = invite(ACME, false);
        assertThat(open(again).body()).contains("connected already");
        connect(again);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.platform().name()).isEqualTo("moodle-2");
            assertThat(row.platform().jwksUrl()).hasToString("https://lms.example.edu/keys");
            assertThat(row.active()).as("it was switched on before").isTrue();
        });
        lms.answer = Lms.answer(200, "{\"client_id\":\"client-2\",\"deployment_id\":\"deployment-2\"}");
        connect(invite(ACME, true));
        assertThat(rows()).as("Moodle made a second tool").hasSize(2);
    }

    @Test
    void changesARegistrationWhereThePlatformLetsUs() {
        lms.answer = Lms.answer(201, """
                {"client_id":"client-1","registration_client_uri":"https://lms.example.edu/register/1",
                 "registration_access_token":"manage-me"}""");
        connect(invite(ACME, false), "&names=yes");
        String stored =
                jdbi.withHandle(handle -> handle.createQuery("select management_token from platform_registration")
                        .mapTo(String.class)
                        .one());
        assertThat(stored).doesNotContain("manage-me");
        lms.asked.clear();
        lms.configuration.put("jwks_uri", "https://lms.example.edu/keys");
        Tenant acme = room.tenants.find(ACME).orElseThrow();
        assertThat(room.connecting.update(acme, rows().get(0))).contains("moodle-2");
        assertThat(lms.asked)
                .containsExactly(
                        "GET https://lms.example.edu/conf?s=1 -", "PUT https://lms.example.edu/register/1 manage-me");
        assertThat(lms.request.getString("client_id")).isEqualTo("client-1");
        assertThat(lms.request.toString()).contains("\"family_name\"");
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.platform().jwksUrl()).hasToString("https://lms.example.edu/keys");
            assertThat(row.active()).isFalse();
        });
    }

    @Test
    void isFramedFromWherePlatformAndAdministratorSayAndForgetsNeitherWhenBroughtUpToDate() {
        lms.answer = Lms.answer(201, """
                {"client_id":"client-1","registration_client_uri":"https://lms.example.edu/register/1",
                 "registration_access_token":"manage-me"}""");
        lms.configuration.put("authorization_endpoint", "https://sso.example.edu/auth");
        connect(invite(ACME, true), "&origins=" + encoded("https://Learn.school.example/\r\nhttps://*.portal.example"));
        assertThat(framing("moodle-2"))
                .containsExactlyInAnyOrder(
                        "https://sso.example.edu",
                        "https://lms.example.edu",
                        "https://learn.school.example",
                        "https://*.portal.example");
        assertThat(audited()).contains("origins=https://*.portal.example https://learn.school.example");

        connect(invite(ACME, false), "&origins=" + encoded("https://new.school.example"));
        assertThat(framing("moodle-2")).contains("https://learn.school.example", "https://new.school.example");

        room.approving.origins(rows().get(0), Set.of());
        assertThat(framing("moodle-2"))
                .as("what the platform told stays")
                .containsExactlyInAnyOrder("https://sso.example.edu", "https://lms.example.edu");

        room.approving.origins(
                rows().get(0), Set.of(FrameOrigin.of("https://set.example").orElseThrow()));
        room.connecting.update(room.tenants.find(ACME).orElseThrow(), rows().get(0));
        assertThat(framing("moodle-2")).contains("https://set.example");
    }

    @Test
    void takesTheHostThatAPlatformTellsInRegistration() {
        lms.configuration.put("issuer", "https://canvas.instructure.com");
        lms.configuration.put("registration_endpoint", "https://school.instructure.com/api/lti/registrations");
        String link = invite(ACME, true);
        Matcher offer = OFFER.matcher(server.get(link + "?openid_configuration="
                        + encoded("https://school.beta.instructure.com/api/lti/security/openid-configuration"))
                .body());
        assertThat(offer.find()).isTrue();
        assertThat(server.post(link, "offer=" + encoded(offer.group(1))).statusCode())
                .isEqualTo(200);
        assertThat(rows().get(0).origins().told())
                .extracting(FrameOrigin::toString)
                .containsExactlyInAnyOrder("https://school.beta.instructure.com", "https://school.instructure.com");
        assertThat(framing(rows().get(0).platform().name())).contains("https://*.instructure.com");
    }

    @Test
    void tellsTheOfferPageWhoMayFrameAlreadySoThatItsScriptAddsWhoDoes() {
        assertThat(open(invite(ACME, true)).body())
                .contains("data-framing=\"https://lms.example.edu\"", "Where people see the platform");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"learn.school.example", "https://school.example/course", "https://*", "http://school.example"})
    void refusesAPlaceThatIsNoOriginAndKeepsTheInvitationGood(String origin) {
        String link = invite(ACME, true);
        HttpResponse<String> page = connect(link, "&origins=" + encoded(origin));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("cannot be used", "https://*.school.edu");
        HttpResponse<String> byHand = server.post(link, MANUAL + "&origins=" + encoded(origin));
        assertThat(byHand.statusCode()).isEqualTo(422);
        assertThat(byHand.body()).contains("href=\"#origins\"", ">" + origin + "</textarea>");
        assertThat(rows()).isEmpty();
        assertThat(server.post(link, MANUAL + "&origins=" + encoded("https://learn.school.example"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(framing("moodle-2"))
                .containsExactlyInAnyOrder("https://moodle.example.edu", "https://learn.school.example");
    }

    private List<String> framing(String platform) {
        return usable(ACME, platform).orElseThrow().ancestors().stream()
                .map(FrameOrigin::toString)
                .toList();
    }

    private String audited() {
        return jdbi.withHandle(handle -> handle.createQuery("select detail from audit_log order by id desc limit 1")
                .mapTo(String.class)
                .one());
    }

    @Test
    void refusesWhatBelongsToAnotherInstitution() {
        connect(invite(ACME, true));
        HttpResponse<String> page = connect(invite(UMBRELLA, true));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("registration.taken");
        assertThat(rows()).hasSize(1);
        lms.at("https://file.example.edu");
        String link = invite(UMBRELLA, true);
        Matcher offer =
                OFFER.matcher(server.get(link + "?openid_configuration=" + encoded("https://file.example.edu/c"))
                        .body());
        assertThat(offer.find()).isTrue();
        assertThat(server.post(link, "offer=" + encoded(offer.group(1))).body()).contains("registration.taken");
        assertThat(rows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | token_already_used | registration.forbidden | token_already_used
            422 | {"errors":"domain is not a hostname"} | registration.rejected | domain is not a hostname
            500 | <h1>Fatal error</h1> | registration.failed | Fatal error
            200 | <html>ok</html> | answer.not_json | ok
            200 | {} | answer.incomplete | invitation link can be used again
            """)
    void saysInWordsWhatWentWrongAndKeepsTheInvitationGood(int status, String body, String reason, String words) {
        String link = invite(ACME, true);
        lms.answer = Lms.answer(status, body);
        HttpResponse<String> page = connect(link);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(reason, words).doesNotContain("<h1>Fatal", "token-1");
        Invitation.Try last =
                room.invitations.list(Optional.of("acme")).get(0).lastTry().orElseThrow();
        assertThat(last.verdict()).isEqualTo(reason);
        lms.answer = Lms.answer(200, "{\"client_id\":\"client-1\"}");
        assertThat(connect(link).statusCode()).isEqualTo(200);
        assertThat(rows()).hasSize(1);
    }

    @Test
    void namesAPlatformThatDoesNotGiveItsConfiguration() {
        lms.documentStatus = 404;
        HttpResponse<String> page = open(invite(ACME, true));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("configuration.refused", "Register by hand instead");
        assertThat(server.get(invite(ACME, true) + "?openid_configuration=http%3A%2F%2Flms.example.edu")
                        .body())
                .contains("address.invalid");
    }

    @Test
    void letsNobodyChangeOrBorrowAnOffer() {
        String link = invite(ACME, true);
        Matcher offer = OFFER.matcher(open(link).body());
        assertThat(offer.find()).isTrue();
        String good = offer.group(1);
        String bad = good.substring(0, good.length() - 3) + (good.endsWith("AAA") ? "BBB" : "AAA");
        assertThat(server.post(link, "offer=" + encoded(bad)).statusCode()).isEqualTo(409);
        assertThat(server.post(link, "offer=x").statusCode()).isEqualTo(409);
        assertThat(server.post(link, "").statusCode()).isEqualTo(409);
        assertThat(server.post(invite(ACME, true), "offer=" + encoded(good)).statusCode())
                .as("another invitation")
                .isEqualTo(409);
        assertThat(rows()).isEmpty();
    }

    @Test
    void registersOnceWhenTwoPressTheButton() {
        String link = invite(ACME, true);
        Invitation invitation = room.invitations.find(link.substring(14)).orElseThrow();
        assertThat(room.invitations.take(invitation)).isTrue();
        assertThat(room.invitations.take(invitation)).isFalse();
        assertThat(connect(link).body()).contains("invitation.busy");
        room.invitations.giveBack(invitation, "x", "y");
        assertThat(connect(link).statusCode()).isEqualTo(200);
    }

    @Test
    void knowsExpiredAndUnknownInvitations() {
        String link = invite(ACME, true);
        jdbi.useHandle(handle -> handle.execute("update invitation set expires = now() - interval '1 second'"));
        assertThat(open(link).statusCode()).isEqualTo(410);
        assertThat(open(link).body()).contains("has run out");
        assertThat(server.get("/lti/register/never").statusCode()).isEqualTo(404);
        assertThat(server.get("/lti/register/" + "x".repeat(3_000)).statusCode())
                .isEqualTo(404);
        assertThat(lms.asked).isEmpty();
        String text = jdbi.withHandle(handle -> handle.createQuery("select invitation::text from invitation")
                .mapTo(String.class)
                .one());
        assertThat(text).as("only its hash is kept").doesNotContain(link.substring(14));
    }

    @Test
    void hasEveryValueToCopyForRegisteringByHand() {
        String link = invite(ACME, false);
        HttpResponse<String> page = server.get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "https://tool.example.edu/lti/login",
                        "https://tool.example.edu/lti/launch",
                        "https://tool.example.edu/lti/jwks",
                        "https://tool.example.edu/lti/config/canvas.json",
                        "https://tool.example.edu" + link,
                        "Open edX",
                        "Schoology");
    }

    @Test
    void registersByHandAndFillsInTheUsualAddresses() {
        HttpResponse<String> page = server.post(invite(ACME, true), MANUAL);
        assertThat(page.statusCode()).isEqualTo(200);
        Platform kept = usable(ACME, "moodle-2").orElseThrow();
        assertThat(kept.deploymentIds()).containsExactlyInAnyOrder("3", "4");
        assertThat(kept.authorizationUrl()).hasToString("https://moodle.example.edu/mod/lti/auth.php");
        assertThat(kept.tokenAudience()).isEqualTo("https://moodle.example.edu/mod/lti/token.php");
        assertThat(page.body()).contains("data-way=\"manual\"");
    }

    @ParameterizedTest
    @CsvSource({
        "canvas, https://canvas.instructure.com, https://sso.canvaslms.com/api/lti/security/jwks",
        "canvas, https://canvas.school.example, https://canvas.school.example/api/lti/security/jwks",
        "blackboard, https://blackboard.com, https://developer.blackboard.com/api/v1/management/applications/abc/jwks.json",
        "brightspace, https://school.brightspace.example, https://school.brightspace.example/d2l/.well-known/jwks",
        "schoology, https://schoology.schoology.com, https://lti-service.svc.schoology.com/lti-service/.well-known/jwks"
    })
    void knowsTheUsualAddresses(String family, String issuer, String jwks) {
        server.post(
                invite(ACME, true),
                MANUAL.replace("family=moodle", "family=" + family)
                        .replace("https%3A%2F%2Fmoodle.example.edu", encoded(issuer)));
        assertThat(rows().get(0).platform().jwksUrl()).hasToString(jwks);
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrongBesideIt() {
        String link = invite(ACME, true);
        HttpResponse<String> page = server.post(
                link,
                "way=manual&family=sakai&issuer=http%3A%2F%2Fevil&client=%22%3E%3Cb%3E&deployments=&authorization=ftp%3A%2F%2Fx");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "value=\"http://evil\"",
                        "value=\"&quot;&gt;&lt;b&gt;\"",
                        "begins with https://, exactly as the platform shows it",
                        "For this platform this is needed, too.",
                        "<option value=\"sakai\" selected>Sakai</option>");
        assertThat(rows()).isEmpty();
        assertThat(server.post(link, MANUAL).statusCode()).isEqualTo(200);
    }

    @Test
    void startsInactiveByHandWhereAnotherInstitutionHasThatClient() {
        server.post(invite(ACME, true), MANUAL);
        HttpResponse<String> taken = server.post(invite(UMBRELLA, true), MANUAL);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("already belongs to another institution");
        server.post(invite(UMBRELLA, true), MANUAL.replace("3%0D%0A4", "9"));
        assertThat(usable(UMBRELLA, "moodle-2")).as("the operator decides").isEmpty();
        assertThat(rows()).hasSize(2);
        HttpResponse<String> others = server.post(
                invite(UMBRELLA, true),
                MANUAL.replace("3%0D%0A4", "9").replace("&jwksUrl=", "&jwksUrl=https%3A%2F%2Fevil.example%2Fkeys"));
        assertThat(others.statusCode()).as("other keys for the same client").isEqualTo(422);
    }

    @Test
    void neverGivesARemovedName() {
        connect(invite(ACME, true));
        room.approving.remove(rows().get(0));
        assertThat(rows()).isEmpty();
        connect(invite(ACME, true));
        assertThat(rows().get(0).platform().name()).isEqualTo("moodle-3");
        assertThat(rows().get(0).platform().deploymentIds()).containsExactly("deployment-1");
    }

    @Test
    void givesCanvasItsConfigurationByUrl() {
        HttpResponse<String> answer = server.get("/lti/config/canvas.json");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        JsonObject json;
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            json = reader.readObject();
        }
        assertThat(json.keySet())
                .contains("title", "description", "oidc_initiation_url", "target_link_uri", "public_jwk_url", "scopes");
        JsonObject extension = json.getJsonArray("extensions").getJsonObject(0);
        assertThat(extension.getString("privacy_level")).isEqualTo("anonymous");
        assertThat(extension.getString("domain")).isEqualTo("tool.example.edu");
        assertThat(extension
                        .getJsonObject("settings")
                        .getJsonArray("placements")
                        .getValuesAs(JsonObject.class))
                .allSatisfy(placement -> assertThat(placement.getString("message_type"))
                        .isIn("LtiResourceLinkRequest", "LtiDeepLinkingRequest"));
        assertThat(server.get("/lti/icon.svg").body()).contains("<svg");
    }

    @ParameterizedTest
    @EnumSource(RegistrationRefusal.class)
    void hasWordsForEveryRefusalInEveryLanguage(RegistrationRefusal refusal) {
        BuiltWeb web = new BuiltWeb();
        assertThat(web.message("en", "refusal." + refusal.code())).isEqualTo(refusal.sentence());
        assertThat(web.message("en", "refusal." + refusal.code() + ".remedy")).isEqualTo(refusal.remedy());
        assertThat(web.message("de", "refusal." + refusal.code())).isNotEqualTo(refusal.sentence());
        assertThat(web.message("de", "refusal." + refusal.code() + ".remedy")).isNotEqualTo(refusal.remedy());
    }
}
