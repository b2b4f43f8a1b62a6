package org.lectern.playground.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** One institution's practice Caliper endpoint, as scripts see it. */
final class Events {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Journey.PATIENCE;

    private final URI home;

    Events(URI home) {
        this.home = home;
    }

    /** Everything that it has taken until now is {@code total}; what came after the first so many, in the order of arrival. */
    JsonObject after(int count) {
        try {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(home.resolve("events.json?after=" + count))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            try (var reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int total() {
        return after(0).getInt("total");
    }

    /** Waits until what came after the first so many is as wanted, and gives it. */
    List<JsonObject> await(int count, String what, Predicate<List<JsonObject>> wanted) {
        Await.until(PATIENCE, () -> what + "; it holds " + actions(told(count)), () -> wanted.test(told(count)));
        return told(count);
    }

    static List<String> actions(List<JsonObject> events) {
        return events.stream().map(event -> event.getString("action")).toList();
    }

    /**
     * Those of the player that was started last; none when none was. What others began earlier may end meanwhile: the gateway closes
     * players that have fallen silent.
     */
    static List<JsonObject> lastSession(List<JsonObject> events) {
        return events.stream()
                .filter(event -> event.getString("action").equals("Started"))
                .reduce((earlier, later) -> later)
                .map(started -> started.getJsonObject("session"))
                .map(session -> events.stream()
                        .filter(event -> session.equals(event.get("session")))
                        .toList())
                .orElse(List.of());
    }

    private List<JsonObject> told(int count) {
        return after(count).getJsonArray("events").getValuesAs(JsonObject.class);
    }
}
