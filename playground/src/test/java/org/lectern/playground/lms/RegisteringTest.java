package org.lectern.playground.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.playground.web.Parameters;

/** A tool registers itself (Dynamic Registration 1.0) and is launched. */
final class RegisteringTest {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private final PracticeTool tool;

    RegisteringTest() throws IOException {
        tool = new PracticeTool();
    }

    @AfterEach
    void stop() {
        tool.close();
    }

    @Test
    void tellsItsConfigurationUnderItsIssuer() throws Exception {
        JsonObject told = configuration();

        assertThat(told.getString("issuer")).isEqualTo(tool.issuer());
        assertThat(told.getString("registration_endpoint")).isEqualTo(tool.issuer() + "/register");
        JsonObject platform = told.getJsonObject("https://purl.imsglobal.org/spec/lti-platform-configuration");
        assertThat(platform.getJsonArray("messages_supported").getJsonObject(1).getString("type"))
                .isEqualTo("LtiDeepLinkingRequest");
        assertThat(platform.getJsonArray("variables").toString()).contains("$ResourceLink.id.history");
        tool.set("dialect", "moodle");
        assertThat(configuration().toString()).contains("\"product_family_code\":\"moodle\"", "[\"LtiResourceLink");
    }

    @Test
    void registersAToolOnceAndLaunchesIt() throws Exception {
        String token = invited().find("registration_token").orElseThrow();
        HttpResponse<String> answer = register(token, metadata().build());

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonObject told = PracticeTool.object(answer.body());
        String client = told.getString("client_id");
        String deployment = told.getJsonObject(LTI).getString("deployment_id");
        assertThat(register(token, metadata().build()).body()).contains("token_already_used");

        JWTClaimsSet launch = tool.launch("person=student1&link=" + client);
        assertThat(launch.getAudience()).containsExactly(client);
        assertThat(launch.getStringClaim(PracticeTool.LTI + "deployment_id")).isEqualTo(deployment);
        assertThat(launch.getStringClaim(PracticeTool.LTI + "target_link_uri")).isEqualTo(tool.url() + "/open");
        assertThat(launch.getJSONObjectClaim(PracticeTool.LTI + "custom")).containsEntry("history", "");
        assertThat(launch.getClaims()).containsKey("name").doesNotContainKeys("email", Claims.ROSTER);
        assertThat(launch.getJSONObjectClaim(Claims.GRADES))
                .containsEntry("scope", List.of(PracticeTool.AGS + "score"));
        JWTClaimsSet library = tool.launch("person=teacher&message=deep-linking&tool=" + client);
        assertThat(library.getStringClaim(PracticeTool.LTI + "target_link_uri")).isEqualTo(tool.url() + "/choose");
        assertThat(tool.get(tool.issuer() + "/course?person=teacher").body()).contains("A film library");
    }

    @Test
    void readsAndChangesARegistrationWithItsOwnToken() throws Exception {
        JsonObject told = PracticeTool.object(register(
                        invited().find("registration_token").orElseThrow(),
                        metadata().build())
                .body());
        String address = told.getString("registration_client_uri");
        String bearer = "Bearer " + told.getString("registration_access_token");

        assertThat(tool.get(address).statusCode()).isEqualTo(401);
        assertThat(PracticeTool.object(
                                tool.get(address, "Authorization", bearer).body())
                        .getString("client_name"))
                .isEqualTo("A film library");
        String changed = metadata()
                .add("client_id", told.getString("client_id"))
                .add("client_name", "Another name")
                .build()
                .toString();
        HttpResponse<String> put =
                tool.send("PUT", address, changed, "Authorization", bearer, "Content-Type", "application/json");
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(tool.get(tool.issuer() + "/tools.json").body()).contains("Another name");

        Parameters update = invited(Map.of("update", told.getString("client_id")));
        JsonObject updated = PracticeTool.object(register(
                        update.find("registration_token").orElseThrow(),
                        metadata().build())
                .body());
        assertThat(updated.getString("client_id")).isEqualTo(told.getString("client_id"));
    }

    @ParameterizedTest
    @CsvSource({
        "client_name, invalid_client_metadata",
        "jwks_uri, invalid_client_metadata",
        "initiate_login_uri, invalid_client_metadata",
        "response_types, invalid_client_metadata",
        "grant_types, invalid_client_metadata",
        "token_endpoint_auth_method, invalid_client_metadata",
        "redirect_uris, invalid_redirect_uri"
    })
    void namesWhatIsMissingAndLeavesTheTokenGood(String field, String error) throws Exception {
        String token = invited().find("registration_token").orElseThrow();

        HttpResponse<String> answer = register(token, metadata().remove(field).build());

        JsonObject told = PracticeTool.object(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(told.getString("error")).isEqualTo(error);
        assertThat(told.getString("error_description")).contains(field);
        assertThat(register(token, metadata().build()).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesTargetsOutsideTheDomainAndTokensThatAreOld() throws Exception {
        String token = invited().find("registration_token").orElseThrow();
        JsonObject elsewhere =
                metadata().add(LTI, lti().add("domain", "elsewhere.example")).build();
        assertThat(register(token, elsewhere).body()).contains("must be on the domain elsewhere.example");

        tool.later(Duration.ofHours(2));
        assertThat(register(token, metadata().build()).statusCode()).isEqualTo(401);
        assertThat(register("made-up", metadata().build()).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"text, 400, Error: domain", "html, 500, <!doctype html>", "422, 422, redirect_uris is wrong"})
    void answersBadlyAsASwitchAsks(String asked, int status, String words) throws Exception {
        tool.set("registration-answer", asked);

        HttpResponse<String> answer = register(
                invited().find("registration_token").orElseThrow(), metadata().build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void keepsTheTokenWhereOtherLmssHaveIt() throws Exception {
        tool.set("dialect", "brightspace");
        Parameters brightspace = invited();
        assertThat(brightspace.find("registration_token")).isEmpty();
        String endpoint = PracticeTool.object(
                        tool.get(brightspace.find("openid_configuration").orElseThrow())
                                .body())
                .getString("registration_endpoint");
        assertThat(tool.send("POST", endpoint, metadata().build().toString(), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(201);

        tool.set("dialect", "canvas");
        Parameters canvas = invited();
        String address = canvas.find("openid_configuration").orElseThrow();
        String bearer = "Bearer " + canvas.find("registration_token").orElseThrow();
        assertThat(tool.get(address).statusCode()).isEqualTo(401);
        assertThat(tool.get(address, "Authorization", bearer).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = register(
                canvas.find("registration_token").orElseThrow(), metadata().build());
        assertThat(PracticeTool.object(answer.body()).getJsonObject(LTI)).doesNotContainKey("deployment_id");
    }

    @Test
    void announcesStorageAsItsDialectDoes() throws Exception {
        assertThat(storageTargets()).containsExactly(null, null);
        tool.set("dialect", "canvas");
        assertThat(storageTargets()).containsExactly("post_message_forwarding", "post_message_forwarding");
        assertThat(tool.get(tool.issuer().replace("localhost", "127.0.0.1") + "/course?person=student1&link=intro")
                        .body())
                .contains("<iframe name=\"post_message_forwarding\"", "src=\"" + tool.issuer() + "/storage-frame\"");
        tool.set("dialect", "blackboard");
        assertThat(storageTargets()).containsExactly("_parent", null);
        tool.set("dialect", "standard");
        tool.set("storage", "mobile");
        assertThat(storageTargets()).containsExactly("_parent", "_parent");
    }

    @Test
    void showsItsPagesUnderTheSchoolsNameAsHostedCanvasDoes() throws Exception {
        String course = "/course?person=student1&link=a+b%26";
        assertThat(tool.get(tool.issuer() + course).headers().firstValue("Location"))
                .isEmpty();
        tool.set("dialect", "canvas");
        String school = tool.issuer().replace("//", "//acme.");
        assertThat(tool.get(tool.issuer() + course).headers().firstValue("Location"))
                .contains(school + course);
        assertThat(tool.get(tool.issuer() + "/admin").headers().firstValue("Location"))
                .contains(school + "/admin?");
        assertThat(tool.get(tool.lmsUrl() + "/hosted/course?person=student1&deployment=w1")
                        .headers()
                        .firstValue("Location"))
                .as("every institution has switches of its own")
                .isEmpty();
        assertThat(tool.get(tool.issuer() + "/jwks").statusCode()).isEqualTo(200);
        JWTClaimsSet adding = tool.launch("acme", "person=teacher&message=deep-linking");
        assertThat(adding.getIssuer()).isEqualTo(tool.issuer());
        assertThat(adding.getClaim("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings")
                        .toString())
                .contains(school + "/deep-link-return");
    }

    @Test
    void spoilsTheLaunchBeforeAsOlderMoodleDoes() throws Exception {
        tool.set("message-hint", "latest");
        String start = tool.issuer() + "/start?person=student1&link=intro";
        Map<String, String> first = PracticeTool.fields(tool.get(start).body());
        Map<String, String> second = PracticeTool.fields(tool.get(start).body());

        assertThat(tool.authorized("acme", first)).doesNotContainKey("id_token");
        assertThat(tool.authorized("acme", second)).containsKey("id_token");
        tool.set("message-hint", "many");
        Map<String, String> third = PracticeTool.fields(tool.get(start).body());
        assertThat(tool.authorized("acme", third)).containsKey("id_token");
        assertThat(tool.authorized("acme", third)).containsKey("id_token");
    }

    @Test
    void forgetsEverythingWhenAsked() throws Exception {
        register(invited().find("registration_token").orElseThrow(), metadata().build());
        tool.set("roles", "short");
        tool.form(tool.issuer() + "/courses/copy", Map.of("course", "2"));

        tool.form(tool.issuer() + "/reset", Map.of());

        assertThat(tool.json(tool.issuer() + "/tools.json").getJsonArray("tools"))
                .hasSize(1);
        assertThat(tool.json(tool.issuer() + "/courses.json").getJsonArray("courses"))
                .hasSize(1);
        assertThat(tool.json(tool.issuer() + "/switches.json").getString("roles"))
                .isEqualTo("long");
    }

    private List<String> storageTargets() throws Exception {
        Map<String, String> login = PracticeTool.fields(
                tool.get(tool.issuer() + "/start?person=student1&link=intro").body());
        Map<String, String> answer = tool.authorized("acme", login);
        return Arrays.asList(login.get("lti_storage_target"), answer.get("lti_storage_target"));
    }

    private JsonObject configuration() throws IOException, InterruptedException {
        return tool.json(tool.issuer() + "/.well-known/openid-configuration");
    }

    private Parameters invited() throws IOException, InterruptedException {
        return invited(Map.of());
    }

    private Parameters invited(Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>(more);
        form.put("registration_url", tool.url() + "/lti/register/abc?x=1");
        JsonObject told =
                PracticeTool.object(tool.form(tool.issuer() + "/tools", form).body());
        assertThat(tool.get(told.getString("page").replace("localhost", "127.0.0.1"))
                        .statusCode())
                .isEqualTo(200);
        return Parameters.parse(URI.create(told.getString("url")).getRawQuery());
    }

    private HttpResponse<String> register(String token, JsonObject body) throws IOException, InterruptedException {
        return tool.send(
                "POST",
                tool.issuer() + "/register",
                body.toString(),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    private JsonObjectBuilder metadata() {
        return Json.createObjectBuilder()
                .add("application_type", "web")
                .add("response_types", list("id_token"))
                .add("grant_types", list("implicit", "client_credentials"))
                .add("initiate_login_uri", tool.url() + "/lti/login")
                .add("redirect_uris", list(tool.url() + "/lti/launch"))
                .add("client_name", "A film library")
                .add("jwks_uri", tool.url() + "/keys")
                .add("token_endpoint_auth_method", "private_key_jwt")
                .add("scope", PracticeTool.AGS + "score https://unknown.example/scope")
                .add(LTI, lti());
    }

    private JsonObjectBuilder lti() {
        return Json.createObjectBuilder()
                .add("domain", URI.create(tool.url()).getAuthority())
                .add("target_link_uri", tool.url() + "/open")
                .add("claims", list("iss", "sub", "name", "given_name"))
                .add("custom_parameters", Json.createObjectBuilder().add("history", "$Context.id.history"))
                .add(
                        "messages",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add("type", "LtiResourceLinkRequest"))
                                .add(Json.createObjectBuilder()
                                        .add("type", "LtiDeepLinkingRequest")
                                        .add("target_link_uri", tool.url() + "/choose")));
    }

    private static JsonArrayBuilder list(String... words) {
        return Json.createArrayBuilder(List.of(words));
    }
}
