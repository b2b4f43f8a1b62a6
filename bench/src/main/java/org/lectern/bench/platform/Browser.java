package org.lectern.bench.platform;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.lectern.bench.gateway.Institution;
import org.lectern.bench.wire.Answer;
import org.lectern.bench.wire.Wire;

/** Walks through a launch by plain HTTP, in two requests. For one thread, like its connection. */
public final class Browser {

    private static final String MARK = "id=\"lectern-session\"";

    private final StandInPlatform platform;
    private final Wire wire;
    private final int port;

    public Browser(StandInPlatform platform, Wire wire, int gatewayPort) {
        this.platform = platform;
        this.wire = wire;
        this.port = gatewayPort;
    }

    /**
     * What a login left with the browser.
     *
     * @param asked what the platform was asked, by name
     */
    public record Started(Map<String, String> asked, String cookie) {}

    /** Starts a login as this learner. */
    public Started login(String institution, String subject) throws IOException {
        Answer login = wire.send(Wire.get(
                port,
                "/lti/login?"
                        + form(Map.of(
                                "iss",
                                platform.issuer(institution),
                                "login_hint",
                                subject,
                                "client_id",
                                Institution.CLIENT_ID,
                                "lti_deployment_id",
                                Institution.DEPLOYMENT_ID,
                                "target_link_uri",
                                "http://127.0.0.1:" + port + "/lti/launch"))));
        URI redirect = URI.create(expect(login, "Location"));
        return new Started(
                query(redirect.getRawQuery()), expect(login, "Set-Cookie").split(";", 2)[0]);
    }

    /** Launches the media of {@link Institution#MEDIA} as this learner: login, token, session page. */
    public Opened launch(String institution, String subject) throws IOException {
        Started started = login(institution, subject);
        Map<String, String> asked = started.asked();
        byte[] launch = form(Map.of(
                        "state", asked.get("state"),
                        "id_token", platform.idToken(institution, port, subject, asked.get("nonce"))))
                .getBytes(StandardCharsets.US_ASCII);
        String cookie = "Cookie: " + started.cookie() + "\r\n";
        return opened(wire.send(Wire.post(port, "/lti/launch", "application/x-www-form-urlencoded", cookie, launch)));
    }

    private Opened opened(Answer page) throws IOException {
        String html = page.text();
        int start = html.indexOf(MARK);
        if (page.status() != 200 || start < 0) {
            throw new IOException("the launch opened no page: " + page.status() + " "
                    + html.strip().replaceAll("\\s+", " "));
        }
        String json = html.substring(html.indexOf('>', start) + 1, html.indexOf("</script>", start));
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject session = reader.readObject();
            return new Opened(port, session.getString("api"), session.getString("token"));
        }
    }

    private static String expect(Answer answer, String header) throws IOException {
        return answer.header(header)
                .orElseThrow(() -> new IOException("no " + header + " but " + answer.status() + " " + answer.text()));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(String raw) {
        return Arrays.stream(raw.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }
}
