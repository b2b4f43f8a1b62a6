package org.lectern.gateway.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.gateway.launch.PracticeGateway.session;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;
import static org.lectern.lti.practice.PracticeDeepLinking.CLAIM;
import static org.lectern.lti.practice.PracticeDeepLinking.RETURN_URL;
import static org.lectern.lti.practice.PracticeDeepLinking.aDeepLinkingRequest;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.keys.JdbcToolKeys;
import org.lectern.gateway.keys.JwksResource;
import org.lectern.gateway.keys.KeySettings;
import org.lectern.gateway.launch.PracticeGateway;
import org.lectern.gateway.library.Catalogue;
import org.lectern.gateway.library.Channels;
import org.lectern.gateway.library.InstitutionLibrary;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.library.MediaResource;
import org.lectern.gateway.library.NewVideo;
import org.lectern.gateway.library.Rights;
import org.lectern.gateway.library.Shelves;
import org.lectern.gateway.library.Source;
import org.lectern.gateway.library.TextTracks;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionFilter;
import org.lectern.gateway.storage.GivenStore;
import org.lectern.gateway.storage.MediaStore;
import org.lectern.lti.keys.KeyRotation;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticeUser;

/** From a deep linking launch to the signed answer, over real HTTP and PostgreSQL. */
class PickerTest {

    private static final String LTI = LaunchBuilder.LTI;
    private static final String ONE = "{\"items\":[{\"media\":\"intro\"}]}";

    private final GivenTenants tenants = GivenTenants.of(
            GivenTenants.acme(GivenTenants.remote("intro", "Introduction"), GivenTenants.remote("cells", "Cells")),
            GivenTenants.tenant(
                    "umbrella", "deployment-2", ActorPolicy.ACCOUNT, GivenTenants.remote("theirs", "Theirs")));
    private final PracticeGateway gateway = new PracticeGateway(tenants, PickerTest::room);

    @TempDir
    private static Path folder;

    private static MediaStore store;
    private static InstitutionLibrary library;

    @BeforeAll
    static void begin() {
        store = GivenStore.in(folder);
    }

    private static PracticeGateway.Added room(PracticeGateway.Parts parts) {
        MediaLinks links = new MediaLinks(parts.masterKey(), Duration.ofHours(8), parts.clock());
        library = new InstitutionLibrary(
                parts.library(), parts.jdbi(), new Rights(parts.jdbi()), new TextTracks(parts.jdbi(), parts.clock()));
        DeepLinkRequests requests = new DeepLinkRequests(parts.jdbi(), parts.clock());
        PickerPage picker = new PickerPage(
                requests,
                parts.library(),
                new Shelves(parts.library(), new Channels(parts.jdbi(), parts.random()), parts.jdbi()),
                parts.pages().json(),
                parts.pages().pages(),
                parts.clock());
        JdbcToolKeys keys = new JdbcToolKeys(
                parts.jdbi(), parts.masterKey(), new KeySettings(KeyRotation.DEFAULT), parts.clock(), parts.random());
        Answering answering = new Answering(
                parts.jdbi(),
                requests,
                new LinkItems(library, parts.base(), links),
                new Parties(parts.tenants(), parts.registrations()),
                keys,
                parts.clock(),
                parts.random());
        return new PracticeGateway.Added(
                List.of(requests),
                List.of(picker),
                List.of(
                        new DeepLinkResource(answering),
                        new IconResource(),
                        new MediaResource(parts.tenants(), library, links, store),
                        new JwksResource(keys),
                        new PickerDoor(
                                picker,
                                parts.pages().sessionPages(),
                                parts.pages().reopening()),
                        new SessionFilter(parts.tokens())));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void opensThePickerWithTheTenantsVideos() {
        HttpResponse<String> page = gateway.launch(aDeepLinkingRequest());
        JsonObject told = session(page);
        assertThat(told.getString("page")).isEqualTo("picker");
        assertThat(told.getString("standing")).isEqualTo("open");
        assertThat(told.getJsonObject("accept")).hasToString("{\"multiple\":true,\"grade\":true,\"window\":true}");
        assertThat(told.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("id"))
                .containsExactly("intro", "cells");
        assertThat(policy(page))
                .contains("form-action 'self' https://lms.example.edu;", "media-src 'self' blob: https:;");
        assertThat(page.body()).doesNotContain("deep_link_return_url", "key=a", "csrf");
    }

    @Test
    void answersWithLinksThatVerifyWithOurKeySet() throws Exception {
        JsonObject answer = json(answer(
                open(aDeepLinkingRequest()),
                "{\"items\":[{\"media\":\"cells\",\"title\":\"Week 1\",\"text\":\"Before class\",\"grade\":\"share\",\"opens\":\"window\"},"
                        + "{\"media\":\"intro\"}],\"message\":\"2 videos were added.\"}"));
        assertThat(answer.getString("return")).isEqualTo(RETURN_URL);
        SignedJWT jwt = SignedJWT.parse(answer.getString("jwt"));
        JWKSet keys = JWKSet.parse(gateway.get("/lti/jwks").body());
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        JsonObject claims = json(jwt.getPayload().toString());
        assertThat(claims.getString("iss")).isEqualTo("client-1");
        assertThat(claims.getString("aud")).isEqualTo("https://lms.example.edu");
        assertThat(claims.getString(LTI + "message_type")).isEqualTo("LtiDeepLinkingResponse");
        assertThat(claims.getString(LTI + "deployment_id")).isEqualTo("deployment-1");
        assertThat(claims.getString(CLAIM + "msg")).isEqualTo("2 videos were added.");
        JsonArray items = claims.getJsonArray(CLAIM + "content_items");
        assertThat(items.getJsonObject(0))
                .hasToString(
                        "{\"type\":\"ltiResourceLink\",\"url\":\"https://tool.example.edu/lti/launch\","
                                + "\"title\":\"Week 1\",\"text\":\"Before class\","
                                + "\"icon\":{\"url\":\"https://tool.example.edu/lti/icon.png\",\"width\":128,\"height\":128},"
                                + "\"custom\":{\"media\":\"cells\",\"context_id_history\":\"$Context.id.history\","
                                + "\"resource_link_id_history\":\"$ResourceLink.id.history\",\"grade\":\"share\"},"
                                + "\"window\":{\"targetName\":\"_blank\"},"
                                + "\"lineItem\":{\"label\":\"Week 1\",\"scoreMaximum\":100,\"resourceId\":\"cells\",\"tag\":\"share\","
                                + "\"submissionReview\":{\"reviewableStatus\":[\"InProgress\",\"Completed\"],\"custom\":{\"media\":\"cells\"}}}}");
        assertThat(items.getJsonObject(1).getString("title")).isEqualTo("Introduction");
        assertThat(items.getJsonObject(1)).containsKey("iframe").doesNotContainKeys("lineItem", "text", "window");
        assertThat(jwt.getPayload().toString()).doesNotContain("null");
    }

    @Test
    void echoesDataByteForByteAndOnlyIfItWasGiven() throws Exception {
        String data = "\u0000\ud83c\udfa5 \u00fc\u2028</script>\"\\\u0007" + "x".repeat(3000);
        assertThat(claims(open(aDeepLinkingRequest(Map.of("data", data))), ONE).getString(CLAIM + "data"))
                .isEqualTo(data);
        assertThat(claims(open(aDeepLinkingRequest(silent("data"))), ONE)).doesNotContainKey(CLAIM + "data");
    }

    @Test
    void cancelsWithNoItems() throws Exception {
        JsonObject claims =
                claims(open(aDeepLinkingRequest()), "{\"items\":[],\"message\":\"No video\\u0000 was \\nadded.\"}");
        assertThat(claims.getJsonArray(CLAIM + "content_items")).isEmpty();
        assertThat(claims.getString(CLAIM + "msg")).isEqualTo("No video  was  added.");
        assertThat(claims).containsKey(CLAIM + "data");
    }

    @Test
    void answersOnceAndForgetsTheWayBack() {
        String token = open(aDeepLinkingRequest());
        assertThat(answer(token, ONE).statusCode()).isEqualTo(200);
        assertThat(problem(answer(token, ONE), 409)).isEqualTo("deep_link.answered");
        assertThat(problem(answer(token, "{\"items\":[]}"), 409)).isEqualTo("deep_link.answered");
        String row = gateway.jdbi.withHandle(handle -> handle.createQuery("select deep_link::text from deep_link")
                .mapTo(String.class)
                .one());
        assertThat(row).doesNotContain("lms.example.edu", "csrf");
        HttpResponse<String> reloaded = reload(token);
        assertThat(session(reloaded).getString("standing")).isEqualTo("answered");
        assertThat(session(reloaded).getJsonArray("items")).isEmpty();
        assertThat(policy(reloaded)).contains("form-action 'self';");
    }

    @Test
    void answersOnceHoweverManyAskAtTheSameTime() throws Exception {
        String token = open(aDeepLinkingRequest());
        CountDownLatch all = new CountDownLatch(1);
        List<Thread> threads;
        List<Integer> statuses = new java.util.concurrent.CopyOnWriteArrayList<>();
        threads = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        all.await();
                        statuses.add(answer(token, ONE).statusCode());
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        all.countDown();
        for (Thread thread : threads) {
            thread.join(20_000);
        }
        assertThat(statuses).hasSize(8).containsOnlyOnce(200).containsOnly(200, 409);
    }

    @Test
    void refusesAnotherTenantsVideoAndStaysOpen() {
        String token = open(aDeepLinkingRequest());
        assertThat(problem(answer(token, "{\"items\":[{\"media\":\"theirs\"}]}"), 422))
                .isEqualTo("deep_link.media_unknown");
        assertThat(problem(answer(token, "{\"items\":[{\"media\":\"intro\"},{\"media\":\"theirs\"}]}"), 422))
                .isEqualTo("deep_link.media_unknown");
        assertThat(answer(token, ONE).statusCode()).isEqualTo(200);
        String umbrella = open(aDeepLinkingRequest().withLti("deployment_id", "deployment-2"));
        assertThat(problem(answer(umbrella, ONE), 422)).isEqualTo("deep_link.media_unknown");
    }

    @Test
    void letsWhoDoesNotTeachOnlyGoBack() throws Exception {
        HttpResponse<String> page = gateway.launch(aDeepLinkingRequest().by(PracticeUser.student()));
        assertThat(session(page).getString("standing")).isEqualTo("learner");
        assertThat(session(page).getJsonArray("items")).isEmpty();
        String token = session(page).getString("token");
        assertThat(problem(answer(token, ONE), 403)).isEqualTo("deep_link.not_teaching");
        assertThat(claims(token, "{\"items\":[]}").getJsonArray(CLAIM + "content_items"))
                .isEmpty();
    }

    @Test
    void letsATeacherOnlyGoBackWhereNoLinksAreTaken() throws Exception {
        HttpResponse<String> page = gateway.launch(aDeepLinkingRequest(Map.of("accept_types", List.of("file"))));
        assertThat(session(page).getString("standing")).isEqualTo("no-links");
        String token = session(page).getString("token");
        assertThat(problem(answer(token, ONE), 422)).isEqualTo("deep_link.links_not_taken");
        assertThat(claims(token, "{\"items\":[]}").getJsonArray(CLAIM + "content_items"))
                .isEmpty();
    }

    @Test
    void givesThePlatformNothingItDoesNotTake() throws Exception {
        String token = open(aDeepLinkingRequest(Map.of(
                "accept_multiple",
                false,
                "accept_lineitem",
                false,
                "accept_presentation_document_targets",
                List.of("frame"))));
        assertThat(problem(answer(token, "{\"items\":[{\"media\":\"intro\"},{\"media\":\"cells\"}]}"), 422))
                .isEqualTo("deep_link.only_one");
        assertThat(problem(answer(token, "{\"items\":[{\"media\":\"intro\",\"grade\":\"completion\"}]}"), 422))
                .isEqualTo("deep_link.grade_not_taken");
        assertThat(problem(answer(token, "{\"items\":[{\"media\":\"intro\",\"opens\":\"window\"}]}"), 422))
                .isEqualTo("deep_link.window_not_taken");
        JsonObject item =
                claims(token, ONE).getJsonArray(CLAIM + "content_items").getJsonObject(0);
        assertThat(item).doesNotContainKeys("iframe", "window", "lineItem");
    }

    @Test
    void offersGradesWhereThePlatformSaysNothingOfThem() {
        JsonObject told = session(gateway.launch(aDeepLinkingRequest(silent("accept_lineitem"))));
        assertThat(told.getJsonObject("accept").getBoolean("grade")).isTrue();
    }

    @Test
    void opensAgainAfterAReload() {
        HttpResponse<String> page = gateway.launch(aDeepLinkingRequest());
        String renew = session(page).getString("renew");
        assertThat(renew).isEqualTo("/picker/of/acme");
        assertThat(gateway.get(renew).body()).contains("shell");
        HttpResponse<String> again = reload(session(page).getString("token"));
        assertThat(session(again).getString("standing")).isEqualTo("open");
        assertThat(policy(again)).contains("form-action 'self' https://lms.example.edu;");
        HttpResponse<String> other = reload(session(gateway.launch(aLaunch())).getString("token"));
        assertThat(session(other).getString("page"))
                .as("what that session shows")
                .isEqualTo("gallery");
    }

    @Test
    void takesNoAnswerFromOtherSessionsAndNoneTooLate() {
        String watching =
                session(gateway.launch(aLaunch().by(PracticeUser.teacher()))).getString("token");
        assertThat(problem(answer(watching, ONE), 404)).isEqualTo("deep_link.unknown");
        assertThat(answer("x".repeat(43), ONE).statusCode()).isEqualTo(401);
        String slow = open(aDeepLinkingRequest());
        gateway.clock.pass(Duration.ofHours(7));
        assertThat(session(reload(slow)).getString("standing")).isEqualTo("open");
        gateway.clock.pass(Duration.ofHours(2));
        assertThat(session(reload(slow)).getString("standing"))
                .as("the session lives on")
                .isEqualTo("over");
        assertThat(problem(answer(slow, ONE), 410)).isEqualTo("deep_link.over");
        open(aDeepLinkingRequest());
        assertThat(gateway.count("deep_link")).as("what is over is swept").isEqualTo(1);
    }

    @Test
    void answersNobodyWhoseInstitutionWasTakenAway() {
        String token = open(aDeepLinkingRequest());
        tenants.remove("acme");
        assertThat(answer(token, ONE).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"items\":{}}",
                "{\"items\":[1]}",
                "{\"items\":[{}]}",
                "{\"items\":[{\"media\":null}]}",
                "{\"items\":[{\"media\":\" \"}]}",
                "{\"items\":[{\"media\":\"intro\",\"title\":7}]}",
                "{\"items\":[{\"media\":\"intro\",\"grade\":\"best\"}]}",
                "{\"items\":[{\"media\":\"intro\",\"opens\":\"roof\"}]}",
                "{\"items\":[],\"items\":[]}"
            })
    void refusesWhatIsNoChoice(String body) {
        assertThat(problem(answer(open(aDeepLinkingRequest()), body), 400)).isEqualTo("deep_link.malformed");
    }

    @Test
    void refusesWhatIsTooMuch() {
        String token = open(aDeepLinkingRequest());
        String many = "{\"media\":\"intro\"},".repeat(101);
        assertThat(problem(answer(token, "{\"items\":[" + many.substring(0, many.length() - 1) + "]}"), 413))
                .isEqualTo("deep_link.too_many");
        assertThat(problem(answer(token, "{\"items\":[],\"message\":\"" + "x".repeat(128 * 1024) + "\"}"), 413))
                .isEqualTo("deep_link.too_large");
        assertThat(problem(answer(token, "[".repeat(100_000)), 400)).isEqualTo("deep_link.malformed");
    }

    @Test
    void aCopiedLinkBelongsToItsNewCourse() {
        Map<String, String> custom = Map.of("media", "intro", "context_id_history", "course-1");
        LearnerSession first = opened(aLaunch().withLti("custom", custom));
        LearnerSession copy = opened(aLaunch()
                .withLti("custom", custom)
                .withLti("context", Map.of("id", "course-2", "title", "The copy"))
                .withLti("resource_link", Map.of("id", "link-7")));
        assertThat(copy.media()).isEqualTo(first.media()).contains("intro");
        assertThat(copy.learnerKey()).isEqualTo(first.learnerKey());
        assertThat(copy.scope()).as("what was watched counts for each course").isNotEqualTo(first.scope());
    }

    @Test
    void showsItsIconToAnyCourse() {
        HttpResponse<String> icon = gateway.get("/lti/icon.png");
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(icon.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
    }

    @Test
    void aLinkCarriesThePictureOfItsVideoForAnybody() throws Exception {
        String token = open(aDeepLinkingRequest());
        LearnerSession teacher = gateway.sessions.find(token).orElseThrow();
        String poster = store.put(teacher.tenant(), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, "image/jpeg");
        String lecture = add(teacher, new Source.Stored("lecture.mp4", "video/mp4", 1), Optional.of(poster));
        JsonArray items = claims(token, "{\"items\":[{\"media\":\"" + lecture + "\"},{\"media\":\"intro\"}]}")
                .getJsonArray(CLAIM + "content_items");
        String address = items.getJsonObject(0).getJsonObject("thumbnail").getString("url");
        assertThat(address).startsWith("https://tool.example.edu/media/acme/" + lecture + "/thumbnail?");
        assertThat(items.getJsonObject(0).getJsonObject("thumbnail")).doesNotContainKeys("width", "height");
        assertThat(address)
                .as("nothing of whoever chose it")
                .doesNotContain(teacher.learnerKey(), teacher.id().toString(), "session");
        assertThat(items.getJsonObject(1)).containsKey("icon").doesNotContainKey("thumbnail");
        gateway.clock.pass(Duration.ofDays(3_650));
        HttpResponse<String> picture = gateway.get(address.substring("https://tool.example.edu".length()));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void promisesNoGradeForALiveStream() throws Exception {
        String token = open(aDeepLinkingRequest());
        LearnerSession teacher = gateway.sessions.find(token).orElseThrow();
        String live = add(
                teacher, new Source.Address(URI.create("https://cdn.example.net/now.m3u8"), true), Optional.empty());
        String pick = "{\"items\":[{\"media\":\"" + live + "\"%s}]}";
        for (String grade : List.of("share", "completion")) {
            assertThat(problem(answer(token, pick.formatted(",\"grade\":\"" + grade + "\"")), 422))
                    .isEqualTo("deep_link.live_not_graded");
        }
        JsonObject item = claims(token, pick.formatted(""))
                .getJsonArray(CLAIM + "content_items")
                .getJsonObject(0);
        assertThat(item).doesNotContainKey("lineItem");
        assertThat(item.getJsonObject("custom")).doesNotContainKey("grade");
    }

    /** The id of a new video that whoever has a link may watch. */
    private String add(LearnerSession teacher, Source source, Optional<String> poster) {
        Catalogue catalogue = new Catalogue(library, new SecureRandom(), gateway.clock);
        Tenant acme = tenants.find(teacher.tenant()).orElseThrow();
        NewVideo fresh = new NewVideo("Lecture", source, Optional.empty(), poster, Optional.empty());
        return gateway.jdbi.inTransaction(transaction -> {
            String id = catalogue.add(transaction, acme, teacher, fresh).id();
            catalogue.show(transaction, acme.id(), id, Video.State.UNLISTED);
            return id;
        });
    }

    private String open(LaunchBuilder request) {
        return session(gateway.launch(request)).getString("token");
    }

    private LearnerSession opened(LaunchBuilder launch) {
        return gateway.sessions.find(open(launch)).orElseThrow();
    }

    private HttpResponse<String> answer(String token, String body) {
        return gateway.postJson("/lti/deep-link", token, body);
    }

    private HttpResponse<String> reload(String token) {
        return gateway.post("/picker/of/acme/open", "token=" + token + "&media=");
    }

    private JsonObject claims(String token, String body) throws ParseException {
        String jwt = json(answer(token, body)).getString("jwt");
        return json(SignedJWT.parse(jwt).getPayload().toString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return json(answer.body());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer.body()).getString("title");
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    /** JSON null is how a platform says nothing, too. */
    private static Map<String, Object> silent(String setting) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(setting, null);
        return settings;
    }
}
