package org.lectern.gateway.operations.admin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks HTTP with a gateway. Not safe for several threads; blocks the calling one. */
final class AdminApi {

    private static final String ROOT = "/api/v1/admin/";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A replay of a year answers when its last statement lies in the lane. */
    private static final Duration ANSWER = Duration.ofHours(1);

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int FIRST_REFUSAL = 300;

    private final Target target;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    AdminApi(Target target) {
        this.target = target;
    }

    /**
     * @param path below {@code /api/v1/admin/}
     * @throws Failed when there is no answer or it is a refusal
     */
    JsonObject get(String path, Map<String, String> query) {
        String text = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path + (text.isEmpty() ? "" : "?" + text)).GET());
    }

    /** As {@link #get}. */
    JsonObject post(String path, JsonObject body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** A part of a path or a value of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(target.address() + ROOT + path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + target.token());
    }

    private JsonObject send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonObject json = json(answer);
            if (answer.statusCode() >= FIRST_REFUSAL) {
                throw refusal(answer.statusCode(), json);
            }
            return json;
        } catch (IOException e) {
            throw new Failed(Exit.UNREACHABLE, "no gateway answers at " + target.address() + "; is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(Exit.UNREACHABLE, "interrupted", e);
        }
    }

    private JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new Failed(
                    Exit.REFUSED,
                    "what answers at " + target.address() + " is no Lectern that is ready (HTTP " + answer.statusCode()
                            + ")",
                    e);
        }
    }

    private static Failed refusal(int status, JsonObject problem) {
        String detail = Words.oneLine(problem.getString("detail", "refused with HTTP " + status));
        boolean unknown = status == UNAUTHORIZED || status == TOO_MANY;
        return new Failed(unknown ? Exit.UNAUTHORIZED : Exit.REFUSED, detail, null);
    }
}
