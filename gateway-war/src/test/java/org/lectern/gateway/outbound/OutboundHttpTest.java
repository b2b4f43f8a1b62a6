package org.lectern.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.outbound.Unreachable.Kind;

class OutboundHttpTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final OutboundHttp http = new OutboundHttp(new OutboundSettings(true, 8, 4, "7"));
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        http.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI at(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Kind kindOf(Runnable call) {
        try {
            call.run();
        } catch (Unreachable e) {
            return e.kind();
        }
        throw new AssertionError("there was an answer");
    }

    @Test
    void sendsChunksAsOneBodyAndSaysWhoItIs() {
        URI there = at("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .set("X-Agent", exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.getResponseHeaders()
                    .set("X-Type", String.valueOf(exchange.getRequestHeaders().get("Content-Type")));
            answer(exchange, 200, body);
        });
        List<ByteBuffer> chunks = List.of(
                ByteBuffer.wrap(bytes("[1")), ByteBuffer.wrap(bytes("0,3"), 1, 1), ByteBuffer.wrap(bytes("2]")));
        Answer answer = http.post(there, Map.of("Content-Type", "application/json"), chunks, 100, SOON);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("[1,2]");
        assertThat(answer.header("x-AGENT")).contains("Lectern/7");
        assertThat(answer.header("X-Type")).contains("[application/json]");
    }

    @Test
    void followsNoRedirect() {
        AtomicInteger visits = new AtomicInteger();
        at("/other", exchange -> {
            visits.incrementAndGet();
            answer(exchange, 200, bytes("no"));
        });
        URI there = at("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/other");
            answer(exchange, 302, new byte[0]);
        });
        assertThat(http.get(there, Map.of(), 100, SOON).status()).isEqualTo(302);
        assertThat(visits).hasValue(0);
    }

    @Test
    void cutsOffAnAnswerThatTricklesForEver() {
        URI there = at("/trickle", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!over.await(20, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long begun = System.nanoTime();
        assertThat(kindOf(() -> http.get(there, Map.of(), 1 << 20, Duration.ofMillis(300))))
                .isEqualTo(Kind.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void readsNoMoreThanItWasTold() {
        URI there = at("/long", exchange -> answer(exchange, 200, new byte[101]));
        assertThat(kindOf(() -> http.get(there, Map.of(), 100, SOON))).isEqualTo(Kind.TOO_LARGE);
        URI enough = at("/enough", exchange -> answer(exchange, 200, new byte[100]));
        assertThat(http.get(enough, Map.of(), 100, SOON).body()).hasSize(100);
    }

    @Test
    void refusesPrivateAddressesWhateverTheyAreCalled() throws IOException {
        OutboundHttp guarded = new OutboundHttp(new OutboundSettings(false, 8, 4, "7"), host ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.1.2.3")});
        assertThat(kindOf(() -> guarded.get(URI.create("https://rebound.example/"), Map.of(), 10, SOON)))
                .isEqualTo(Kind.PRIVATE_ADDRESS);
        guarded.close();
        OutboundHttp real = new OutboundHttp(new OutboundSettings(false, 8, 4, "7"));
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "2130706433", "[::ffff:127.0.0.1]")) {
            assertThat(kindOf(() -> real.get(URI.create("https://" + host + "/"), Map.of(), 10, SOON)))
                    .as(host)
                    .isEqualTo(Kind.PRIVATE_ADDRESS);
        }
        real.close();
    }

    @Test
    void refusesAddressesThatAreNotPlainHttps() {
        OutboundHttp guarded = new OutboundHttp(new OutboundSettings(false, 8, 4, "7"));
        for (String address : List.of(
                "http://lrs.example/",
                "https://user:word@lrs.example/",
                "ftp://lrs.example/",
                "file:///etc/passwd",
                "https:/x")) {
            assertThat(kindOf(() -> guarded.get(URI.create(address), Map.of(), 10, SOON)))
                    .as(address)
                    .isEqualTo(Kind.ADDRESS);
        }
        guarded.close();
    }

    @Test
    void namesWhatWentWrong() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(kindOf(() -> http.get(URI.create("http://127.0.0.1:" + closed + "/"), Map.of(), 10, SOON)))
                .isEqualTo(Kind.REFUSED);
        assertThat(kindOf(() -> http.get(URI.create("http://nowhere.invalid/"), Map.of(), 10, SOON)))
                .isEqualTo(Kind.DNS);
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (var socket = plain.accept()) {
                    socket.getOutputStream().write(bytes("HTTP/1.1 400 Bad Request\r\n\r\n"));
                    return socket.getInputStream().read();
                }
            });
            URI there = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");
            assertThat(kindOf(() -> http.get(there, Map.of(), 10, SOON))).isEqualTo(Kind.TLS);
        }
        assertThatThrownBy(() -> http.get(URI.create("http://127.0.0.1:" + closed + "/x?secret"), Map.of(), 10, SOON))
                .hasMessage("127.0.0.1: refused");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
