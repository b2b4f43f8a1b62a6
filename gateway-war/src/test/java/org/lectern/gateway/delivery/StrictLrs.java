package org.lectern.gateway.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An LRS for tests that keeps statements of the form {@code {"id":"…","n":…}} once, refuses batches as a whole, and can be told
 * what to answer next. Remembers every request body.
 */
final class StrictLrs implements AutoCloseable {

    /** What it says to a request. */
    record Says(int status, Map<String, String> headers, String body) {
        static Says status(int status) {
            return new Says(status, Map.of(), "");
        }
    }

    private static final Pattern STATEMENT = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"[^{}]*}");

    final Map<String, String> held = new LinkedHashMap<>();
    final List<String> order = new ArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger looks = new AtomicInteger();
    final ConcurrentLinkedQueue<Says> script = new ConcurrentLinkedQueue<>();
    final AtomicReference<Function<String, Optional<Says>>> rule = new AtomicReference<>(body -> Optional.empty());
    final AtomicReference<Function<String, Optional<Says>>> lookRule = new AtomicReference<>(id -> Optional.empty());
    volatile boolean conflictOnKnown;
    volatile boolean openLrw;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StrictLrs() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/xapi/statements", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/xapi/");
    }

    synchronized List<String> order() {
        return List.copyOf(order);
    }

    synchronized Map<String, String> held() {
        return Map.copyOf(held);
    }

    synchronized void hold(String id, String statement) {
        held.put(id, statement);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Says says = exchange.getRequestMethod().equals("GET")
                ? look(exchange.getRequestURI().getQuery())
                : post(exchange, body);
        says.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] answer = says.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(says.status(), answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Says look(String query) {
        looks.incrementAndGet();
        String id = query.substring(query.indexOf('=') + 1);
        Optional<Says> told = lookRule.get().apply(id);
        if (told.isPresent()) {
            return told.get();
        }
        synchronized (this) {
            return query.startsWith("statementId=") && held.containsKey(id)
                    ? new Says(200, Map.of(), held.get(id))
                    : Says.status(404);
        }
    }

    private Says post(HttpExchange exchange, String body) {
        requests.add(body);
        if (!"1.0.3".equals(exchange.getRequestHeaders().getFirst("X-Experience-API-Version"))
                || !"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return new Says(400, Map.of(), "headers");
        }
        Says scripted = script.poll();
        if (scripted != null) {
            return scripted;
        }
        return rule.get().apply(body).orElseGet(() -> keep(body));
    }

    private synchronized Says keep(String body) {
        Map<String, String> sent = new LinkedHashMap<>();
        Matcher matcher = STATEMENT.matcher(body);
        StringBuilder ids = new StringBuilder();
        while (matcher.find()) {
            String id = matcher.group(1);
            if (sent.put(id, matcher.group()) != null && !openLrw) {
                return new Says(400, Map.of(), "the same id twice");
            }
            ids.append(ids.isEmpty() ? "[" : ",")
                    .append('"')
                    .append(openLrw ? id.replace("-", "") : id)
                    .append('"');
            if (matcher.group().contains("\"n\":\"bad\"")) {
                return new Says(400, Map.of(), "field 'n' is bad");
            }
            String known = held.get(id);
            if (known != null && !openLrw && (conflictOnKnown || !known.equals(matcher.group()))) {
                return new Says(409, Map.of(), "conflict");
            }
        }
        sent.forEach((id, statement) -> {
            if (held.put(id, statement) == null || openLrw) {
                order.add(id);
            }
        });
        return new Says(200, Map.of(), ids + "]");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
