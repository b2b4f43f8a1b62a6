package org.lectern.gateway.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A Caliper endpoint for tests: keeps the events of envelopes that are right, and can be told what to answer. */
final class StrictEndpoint implements AutoCloseable {

    /** What it says to a request. */
    record Says(int status, Map<String, String> headers, String body) {
        static Says status(int status) {
            return new Says(status, Map.of(), "");
        }
    }

    private static final Set<String> ENVELOPE = Set.of("sensor", "sendTime", "dataVersion", "data");

    final List<String> envelopes = new CopyOnWriteArrayList<>();
    final List<String> held = new CopyOnWriteArrayList<>();
    final AtomicInteger asked = new AtomicInteger();
    volatile Function<String, Optional<Says>> rule = body -> Optional.empty();
    volatile Says configuration = Says.status(404);
    volatile String token = "secret";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StrictEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/caliper", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/caliper?source=1");
    }

    void takes(int kilobytes, String... versions) {
        configuration = new Says(
                200,
                Map.of("Content-Type", "application/json"),
                Json.createObjectBuilder()
                        .add("caliperMaximumPayloadSize", kilobytes)
                        .add("caliperSupportedVersions", Json.createArrayBuilder(List.of(versions)))
                        .build()
                        .toString());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Says says = says(exchange, new String(body, StandardCharsets.UTF_8));
            byte[] answer = says.body().getBytes(StandardCharsets.UTF_8);
            says.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(says.status(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private Says says(HttpExchange exchange, String body) {
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Says.status(401);
        } else if (exchange.getRequestMethod().equals("GET")) {
            asked.incrementAndGet();
            return configuration;
        }
        envelopes.add(body);
        Optional<Says> ruled = rule.apply(body);
        if (ruled.isPresent()) {
            return ruled.get();
        }
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return Says.status(415);
        }
        JsonObject envelope = parse(body);
        if (!envelope.keySet().equals(ENVELOPE) || envelope.getJsonArray("data").isEmpty()) {
            return Says.status(400);
        }
        envelope.getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .forEach(event -> held.add(event.getString("id").replace("urn:uuid:", "")));
        return Says.status(200);
    }

    static JsonObject parse(String body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
