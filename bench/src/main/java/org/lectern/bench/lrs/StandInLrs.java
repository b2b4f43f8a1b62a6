package org.lectern.bench.lrs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lectern.bench.gateway.Ports;

/**
 * The record stores of some institutions behind one port (xAPI 1.0.3 part 3 §2.1): POST statements, GET by statement id, strict
 * about credentials and version, in a mood per institution. May be closed and opened again; the shelves stay. Safe for any thread.
 */
public final class StandInLrs implements AutoCloseable {

    private final int port = Ports.free();
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private HttpServer server;
    private ExecutorService threads;

    /** Takes connections from now on. */
    public synchronized StandInLrs open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        return this;
    }

    /** Refuses connections from now on. */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    /** Endpoint of an institution's store. */
    public URI endpoint(String institution) {
        return URI.create("http://127.0.0.1:" + port + "/" + institution + "/xapi/");
    }

    public Shelf shelf(String institution) {
        return shelves.computeIfAbsent(institution, name -> new Shelf());
    }

    /** From now on; strict when never told. */
    public void mood(String institution, Mood mood) {
        moods.put(institution, mood);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String institution = path.length > 1 ? path[1] : "";
            Post post = read(exchange, institution);
            if (!exchange.getRequestURI().getPath().equals("/" + institution + "/xapi/statements")) {
                post.answer(404, "{\"error\":\"no such resource\"}");
            } else if (!authorized(exchange, institution)) {
                post.answer(401, "{\"error\":\"wrong credentials\"}");
            } else if (exchange.getRequestMethod().equals("POST")) {
                moods.getOrDefault(institution, Moods.strict()).answer(post);
            } else {
                find(post);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed while being slow: no answer
        }
    }

    private Post read(HttpExchange exchange, String institution) throws IOException {
        exchange.getResponseHeaders().set("X-Experience-API-Version", "1.0.3");
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<Cut> statements = body.length == 0 ? List.of() : Cut.all(body).orElse(List.of());
        return new Post(institution, body, statements, shelf(institution), exchange);
    }

    private static boolean authorized(HttpExchange exchange, String institution) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                ("key-" + institution + ":secret-" + institution).getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Experience-API-Version"))
                        .filter(version -> version.startsWith("1.0"))
                        .isPresent();
    }

    private static void find(Post asked) throws IOException {
        String query = String.valueOf(asked.exchange().getRequestURI().getQuery());
        Optional<byte[]> found = query.startsWith("statementId=")
                ? asked.shelf().find(UUID.fromString(query.substring("statementId=".length())))
                : Optional.empty();
        if (found.isEmpty()) {
            asked.answer(404, "{\"error\":\"no such statement\"}");
            return;
        }
        // As real stores do, it adds when it was stored.
        ByteArrayOutputStream statement = new ByteArrayOutputStream();
        statement.write("{\"stored\":\"2026-11-22T00:00:00.000Z\",".getBytes(StandardCharsets.US_ASCII));
        statement.write(found.get(), 1, found.get().length - 1);
        asked.answer(200, statement.toString(StandardCharsets.UTF_8));
    }
}
