package org.lectern.lti.example;

import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.*;
import java.util.*;
import org.lectern.lti.keys.*;
import org.lectern.lti.launch.*;
import org.lectern.lti.login.*;
import org.lectern.lti.refusal.*;
import org.lectern.lti.registration.*;

/** A whole tool on the JDK's own HTTP server: login, launch and key set. */
public final class ExampleTool {
    private static final Clock CLOCK = Clock.systemUTC();
    private final HttpClient http = HttpClient.newHttpClient();
    private final PendingLogins logins = new InMemoryPendingLogins(10_000);
    private final ThirdPartyLogin login;
    private final LaunchVerifier verifier;

    public ExampleTool(HttpServer server, URI launchUrl, PlatformRegistration... platforms) {
        Registrations known = Registrations.of(List.of(platforms));
        PlatformKeys keys = new PlatformKeys(this::fetch, KeySetSettings.DEFAULT, CLOCK, Runnable::run);
        login = new ThirdPartyLogin(known, logins, LoginSettings.of(launchUrl), CLOCK, new SecureRandom());
        verifier = new LaunchVerifier(known, logins, keys, LaunchSettings.of(launchUrl), CLOCK);
        ToolKeys ownKeys = ToolKeys.generate(CLOCK.instant(), new SecureRandom()); // a real tool keeps them, encrypted
        server.createContext("/lti/login", refusing(this::login));
        server.createContext("/lti/launch", refusing(this::launch));
        server.createContext("/lti/jwks", exchange -> send(exchange, 200, ownKeys.publicJwks()));
    }

    /** The platform wants to launch: the browser goes there, with a cookie that ties the launch to this browser. */
    private void login(HttpExchange exchange) throws IOException {
        LoginStarted started = login.start(LoginInitiation.of(form(exchange)));
        exchange.getResponseHeaders().add("Set-Cookie", CookieBinding.header(started, Duration.ofMinutes(10)));
        exchange.getResponseHeaders().add("Location", started.redirect().toString());
        send(exchange, 302, "");
    }

    /** The platform's answer: trusted after every check, and once only. */
    private void launch(HttpExchange exchange) throws IOException {
        Map<String, String> cookies = new HashMap<>();
        String sent = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
        pairs(sent, "; *").forEach((name, values) -> cookies.put(name, values.get(0)));
        VerifiedLaunch verified = verifier.verify(LaunchRequest.of(form(exchange), cookies));
        if (!logins.consume(verified.login().stateHash(), CLOCK.instant())) {
            throw new LaunchRejected(LaunchRefusal.STATE_USED, "another request was faster");
        }
        send(exchange, 200, verified.launch().roles().instructor() ? "You teach here." : "You learn here.");
    }

    private static HttpHandler refusing(HttpHandler step) {
        return exchange -> {
            try {
                step.handle(exchange);
            } catch (LaunchRejected | IllegalArgumentException refused) { // people get sentence and remedy
                send(exchange, 403, refused.getMessage());
            }
        };
    }

    private static Map<String, List<String>> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(64 * 1024), StandardCharsets.UTF_8);
        return pairs(body.isEmpty() ? String.valueOf(exchange.getRequestURI().getRawQuery()) : body, "&");
    }

    private static Map<String, List<String>> pairs(String text, String separator) {
        Map<String, List<String>> pairs = new HashMap<>();
        for (String pair : text.split(separator)) {
            String[] parts = (pair + "=").split("=", -1);
            String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            pairs.computeIfAbsent(parts[0], first -> new ArrayList<>()).add(value);
        }
        return pairs;
    }

    /** A real tool also limits the size and keeps away from private networks; redirects are not followed. */
    private KeySetAnswer fetch(URI jwksUrl) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(jwksUrl).timeout(Duration.ofSeconds(5));
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new KeySetAnswer(answer.statusCode(), answer.body());
        } catch (IOException | InterruptedException failed) {
            throw new KeySetUnavailable("the key set cannot be fetched", failed);
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
