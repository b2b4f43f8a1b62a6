package org.lectern.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.gateway.session.PracticeServer;

/** What the web build really made, served as it will be. */
class BuiltPagesTest {

    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    private final BuiltWeb web = new BuiltWeb();
    private final PracticeServer server = new PracticeServer(new AssetsResource(web));

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"player", "gallery", "picker"})
    void fillsThePagesOfASessionAndServesTheirAssets(String name) {
        Page page = new Page(
                name,
                "en",
                Map.of("title", "A < B"),
                Optional.of(Json.createObjectBuilder().build()));
        complete(web.template(name).fill(page.textsWith("nonce-1"), page.json()));
    }

    @Test
    void fillsTheShell() {
        Page page = new Page("shell", "en", Map.of("title", "Opening"), Optional.empty());
        complete(web.template("shell").fill(page.textsWith("nonce-1"), page.json()));
    }

    @Test
    void fillsNoticesWithAndWithoutAWayOn() {
        for (Optional<String> open : java.util.List.of(Optional.<String>empty(), Optional.of("/lti/restart/x"))) {
            Page page = new Notice("t", "h", "m", "r", "7KQ2M-XW94T", Optional.of("state.used"), open).page();
            String html = web.template("notice").fill(page.textsWith("nonce-1"), page.json());
            complete(html);
            assertThat(html).contains("7KQ2M-XW94T", "href=\"" + open.orElse("") + "\"");
        }
    }

    @Test
    void fillsThePagesBetweenPlatformAndLaunch() {
        Map<String, String> waiting = Map.of(
                "title", "t", "message", "binding.asking", "sentence", "s", "next", "https://lms.example.edu/?a=1&b=2");
        Map<String, String> takeBack = Map.of("title", "t", "token", "a.b.c\"><script>", "state", "s");
        Map.of("waiting", waiting, "take-back", takeBack).forEach((name, texts) -> {
            Page page = new Page(
                    name, "en", texts, Optional.of(Json.createObjectBuilder().build()));
            String html = web.template(name).fill(page.textsWith("nonce-1"), page.json());
            complete(html);
            assertThat(html).doesNotContain("\"><script>").contains("<noscript>");
        });
    }

    @Test
    void servesNothingButAssets() {
        assertThat(server.get("/assets/manifest.json").statusCode()).isEqualTo(404);
        assertThat(server.get("/assets/..%2Fpages%2Fplayer.html").statusCode()).isBetween(400, 404);
        assertThat(server.get("/assets/.hidden").statusCode()).isEqualTo(404);
    }

    private void complete(String html) {
        assertThat(html).doesNotContain("{{", "}}").contains("nonce=\"nonce-1\"");
        Matcher assets = ASSET.matcher(html);
        int found = 0;
        while (assets.find()) {
            var answer = server.get(assets.group(1));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(assets.group(1).endsWith(".js") ? "text/javascript" : "text/css");
            assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
            found++;
        }
        assertThat(found).isEqualTo(2);
    }
}
