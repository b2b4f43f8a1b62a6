package org.lectern.bench.platform;

import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lectern.bench.gateway.Institution;
import org.lectern.bench.gateway.Ports;
import org.lectern.lti.practice.PracticeKeys;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.practice.PracticeUser;

/** The platforms of all institutions behind one port, each with an issuer of its own and all with one key. Safe for any thread. */
public final class StandInPlatform implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private StandInPlatform(HttpServer server) {
        this.server = server;
    }

    /** Serves key sets from now on. */
    public static StandInPlatform open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 0);
        StandInPlatform platform = new StandInPlatform(server);
        byte[] keys = platform.of("any", 0).keySet().getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        server.setExecutor(platform.threads);
        server.start();
        return platform;
    }

    /** Issuer of an institution. */
    public String issuer(String institution) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + institution;
    }

    /** The answer to a login: who launches the media, told by the institution's platform. */
    String idToken(String institution, int toolPort, String subject, String nonce) {
        PracticeUser user =
                new PracticeUser(subject, PracticeUser.student().roles(), Map.of("name", "Viewer " + subject));
        return of(institution, toolPort)
                .idToken(
                        aLaunch().by(user).withLti("custom", Map.of("media", Institution.MEDIA)), nonce, Instant.now());
    }

    private PracticePlatform of(String institution, int toolPort) {
        return new PracticePlatform(
                issuer(institution),
                Institution.CLIENT_ID,
                Institution.DEPLOYMENT_ID,
                "http://127.0.0.1:" + toolPort + "/lti/launch",
                PracticeKeys.number(1));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
