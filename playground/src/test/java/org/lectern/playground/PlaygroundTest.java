package org.lectern.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lectern.playground.institution.Settings;
import org.lectern.playground.institution.SettingsException;

/** The whole playground over HTTP, on free ports. */
final class PlaygroundTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void servesBothServersAndHangsUpWhenDown() throws Exception {
        Settings settings = new Settings(
                name -> null,
                Map.of("LECTERN_PLAYGROUND_LMS_URL", "http://lms", "LECTERN_PLAYGROUND_LRS_URL", "http://lrs"),
                Settings.read(Path.of("lectern.properties")));
        Arguments arguments = Arguments.parse("--config", "lectern.properties", "--lms-port", "0", "--lrs-port", "0");
        try (Playground playground = Playground.start(settings, arguments)) {
            String lms = "http://127.0.0.1:" + playground.lmsPort();
            String lrs = "http://127.0.0.1:" + playground.lrsPort();

            assertThat(get(lms + "/").body()).contains("Acme University", "Umbrella College");
            assertThat(get(lms + "/acme/course?person=nobody").statusCode()).isEqualTo(400);
            assertThat(get(lrs + "/umbrella/").body()).contains("live.js");
            assertThat(get(lrs + "/live.js").statusCode()).isEqualTo(200);
            assertThat(get(lrs + "/acme/xapi/about").headers().firstValue("X-Experience-API-Version"))
                    .hasValue("1.0.3");
            assertThat(get(lrs + "/acme/xapi/statements").statusCode()).isEqualTo(401);

            post(lrs + "/acme/mode", "{\"mode\":\"down\"}");
            assertThatThrownBy(() -> post(lrs + "/acme/xapi/statements", "[]")).isInstanceOf(IOException.class);
            assertThat(get(lrs + "/acme/requests.json").body()).contains("\"status\":0");
        }
    }

    @Test
    void namesTheOptionThatIsWrong() {
        assertThatThrownBy(() -> Arguments.parse("--config", "x", "--lms-port", "many"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("--lms-port");
        assertThatThrownBy(() -> Arguments.parse("--lms-port", "1")).hasMessageContaining("--config");
        assertThatThrownBy(() -> Arguments.parse("--colour", "blue")).hasMessageContaining("--colour");
        assertThatThrownBy(() -> Arguments.parse("--config")).hasMessageContaining("--config");
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
