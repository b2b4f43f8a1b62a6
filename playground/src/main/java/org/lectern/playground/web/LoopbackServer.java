package org.lectern.playground.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One handler on one port of loopback, IPv4 always and IPv6 where the machine has it, since {@code localhost} may mean
 * either. Every request has a thread of its own, so a slow answer holds up nobody. Close it to free the port.
 */
public final class LoopbackServer implements AutoCloseable {
    /** Larger bodies are refused with 413. */
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());

    static {
        // Without it the JDK's server waits 40 ms for an acknowledgement in every kept-alive exchange.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<HttpServer> servers;
    private final ExecutorService threads;

    private LoopbackServer(List<HttpServer> servers, ExecutorService threads) {
        this.servers = servers;
        this.threads = threads;
    }

    /** Listens at once; port 0 picks a free one. Throws when the port is taken. */
    public static LoopbackServer start(int port, Handler handler) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool();
        List<HttpServer> servers = new ArrayList<>();
        try {
            servers.add(listen("127.0.0.1", port, handler, threads));
        } catch (IOException e) {
            threads.shutdownNow();
            throw new IOException("port " + port + " of 127.0.0.1 is not free: stop its owner or choose another", e);
        }
        try {
            servers.add(listen("::1", servers.get(0).getAddress().getPort(), handler, threads));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "no IPv6 loopback here, IPv4 alone will do", e);
        }
        return new LoopbackServer(servers, threads);
    }

    public int port() {
        return servers.get(0).getAddress().getPort();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private static HttpServer listen(String host, int port, Handler handler, ExecutorService threads)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 1024);
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, handler));
        server.start();
        return server;
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange, handler));
        }
    }

    private static Answer answer(HttpExchange exchange, Handler handler) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                return Answer.text(413, "The body is larger than " + LARGEST_BODY + " bytes.");
            }
            return handler.handle(request(exchange, body));
        } catch (BadRequest e) {
            return Answer.text(400, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot answer " + exchange.getRequestURI().getPath(), e);
            return Answer.text(500, "The playground failed; its log says why.");
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        List<String> path = Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        Parameters query = Parameters.parse(exchange.getRequestURI().getRawQuery());
        return new Request(exchange.getRequestMethod(), path, query, headers, body);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.equals(Answer.HANG_UP)) {
            return;
        }
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = answer.body();
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }
}
