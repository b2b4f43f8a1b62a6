package org.lectern.lti.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.lti.practice.LaunchBuilder;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeTool;
import org.lectern.lti.practice.PracticeUser;
import org.lectern.lti.registration.PlatformRegistration;

/** The README's tool over real HTTP, and that it is the README's. */
class ExampleToolTest {
    private final HttpClient browser = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String address;
    private PracticePlatform platform;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://localhost:" + server.getAddress().getPort();
        platform = PracticePlatform.practice().launching(address + "/lti/launch");
        URI keySet = URI.create(address + "/platform/jwks");
        PlatformRegistration practice = platform.registration();
        new ExampleTool(
                server,
                URI.create(address + "/lti/launch"),
                new PlatformRegistration(
                        practice.id(),
                        practice.issuer(),
                        practice.clientId(),
                        Set.of(platform.deploymentId()),
                        practice.authorizationUrl(),
                        practice.tokenUrl(),
                        practice.tokenAudience(),
                        keySet));
        server.createContext(keySet.getPath(), exchange -> {
            byte[] keys = platform.keySet().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void launchesTeachersAndLearnersOnceEach() throws Exception {
        assertThat(launch(aLaunch().by(PracticeUser.teacher())).body()).isEqualTo("You teach here.");
        HttpResponse<String> login = login();
        HttpRequest launch = launch(login, aLaunch());
        assertThat(send(launch).body()).isEqualTo("You learn here.");
        HttpResponse<String> again = send(launch);
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).startsWith("state.used");
    }

    @Test
    void refusesWhatIsNoLaunchInWordsForPeople() throws Exception {
        assertThat(launch(aLaunch().with("aud", "somebody-else")).statusCode()).isEqualTo(403);
        assertThat(send(to("/lti/launch").POST(form("id_token=x&state=y")).build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(to("/lti/login").POST(form("iss=%zz")).build()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void publishesItsKeys() throws Exception {
        assertThat(send(to("/lti/jwks").build()).body()).contains("\"keys\"", "\"RS256\"");
    }

    @Test
    void isTheToolOfTheReadmeInUnderAHundredLines() throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/lectern/lti/example/ExampleTool.java"));
        String readme = Files.readString(Path.of("README.md"));
        assertThat(source.lines()).hasSizeLessThan(100);
        assertThat(readme).contains("```java\n" + source + "```\n");
    }

    private HttpResponse<String> launch(LaunchBuilder launch) throws Exception {
        return send(launch(login(), launch));
    }

    private HttpResponse<String> login() throws Exception {
        return send(to("/lti/login?iss=" + encoded(platform.issuer()) + "&login_hint=sam&target_link_uri="
                        + encoded(platform.toolUrl()))
                .build());
    }

    private HttpRequest launch(HttpResponse<String> login, LaunchBuilder launch) {
        var query = PracticeTool.query(
                URI.create(login.headers().firstValue("Location").orElseThrow()));
        String token =
                platform.idToken(launch, query.get("nonce"), Clock.systemUTC().instant());
        return to("/lti/launch")
                .header(
                        "Cookie",
                        login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0])
                .POST(form("id_token=" + token + "&state=" + encoded(query.get("state"))))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher form(String fields) {
        return HttpRequest.BodyPublishers.ofString(fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
