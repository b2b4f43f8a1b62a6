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

/** One institution's practice LRS, as scripts see it. */
final class Lrs {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Journey.PATIENCE;

    private final URI home;

    Lrs(URI home) {
        this.home = home;
    }

    /** Everything it holds, in the order of arrival, without what LRSs add. */
    List<JsonObject> statements() {
        return read("statements.json").getJsonArray("statements").getValuesAs(JsonObject.class).stream()
                .map(Lrs::asSent)
                .toList();
    }

    /** What came after the first so many. */
    List<JsonObject> statementsAfter(int count) {
        List<JsonObject> all = statements();
        return all.subList(count, all.size());
    }

    /** Waits until what came after the first so many is as wanted, and gives it. */
    List<JsonObject> await(int count, String what, Predicate<List<JsonObject>> wanted) {
        Await.until(
                PATIENCE,
                () -> what + "; it holds " + Statements.verbs(statementsAfter(count)),
                () -> wanted.test(statementsAfter(count)));
        return statementsAfter(count);
    }

    /** Ids that came a second time with other bytes than the first time. */
    List<?> changed() {
        return read("requests.json").getJsonArray("differentBytes");
    }

    /** From now on it behaves so: {@code ok}, {@code down} … */
    void behave(String mode) {
        send(HttpRequest.newBuilder(home.resolve("mode"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("mode=" + mode))
                .build());
    }

    private static JsonObject asSent(JsonObject stored) {
        return Json.createObjectBuilder(stored)
                .remove("stored")
                .remove("authority")
                .build();
    }

    private JsonObject read(String what) {
        String text = send(HttpRequest.newBuilder(home.resolve(what)).build());
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(request + " got " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
