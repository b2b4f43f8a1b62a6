package org.lectern.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceRequest;
import org.lectern.lti.access.ServiceUnreachable;

/** What platforms see of our calls: strict ones refuse a header too many. */
class GuardedServicesTest {

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final OutboundHttp open = new OutboundHttp(new OutboundSettings(true, 4, 4, "test"));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        open.close();
    }

    @Test
    void sendsTheHeadersOfTheRequestAndNoOther() {
        GuardedServices services = new GuardedServices(open);
        services.send(ServiceRequest.post(
                at("/scores?type_id=1"), "application/vnd.ims.lis.v1.score+json", new byte[] {'{', '}'}));
        services.send(ServiceRequest.get(at("/items"), "application/vnd.ims.lis.v2.lineitemcontainer+json"));
        services.send(ServiceRequest.delete(at("/items/1")));
        assertThat(seen)
                .containsExactly(
                        "POST /scores?type_id=1 [Connection, Content-length, Content-type, Host, User-agent] {}",
                        "GET /items [Accept, Connection, Host, User-agent] ",
                        "DELETE /items/1 [Connection, Host, User-agent] ");
    }

    @Test
    void handsOnTheAnswerAsItCame() {
        ServiceAnswer answer = new GuardedServices(open).send(ServiceRequest.get(at("/moved"), "application/json"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).contains("/elsewhere");
        assertThat(seen).as("redirects are not followed").hasSize(1);
    }

    @Test
    void refusesAnswersThatAreTooLongAndPrivateAddresses() {
        ServiceRequest small = new ServiceRequest(
                ServiceRequest.Method.GET, at("/long"), Map.of(), new byte[0], 100, Duration.ofSeconds(5));
        assertThatThrownBy(() -> new GuardedServices(open).send(small))
                .isInstanceOf(ServiceUnreachable.class)
                .hasMessageContaining("too large");
        OutboundHttp closed = new OutboundHttp(new OutboundSettings(false, 4, 4, "test"));
        ServiceRequest secret = ServiceRequest.get(
                URI.create("https://localhost:" + server.getAddress().getPort()), "application/json");
        assertThatThrownBy(() -> new GuardedServices(closed).send(secret))
                .isInstanceOf(ServiceUnreachable.class)
                .hasMessageContaining("private address");
        closed.close();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + new TreeSet<>(exchange.getRequestHeaders().keySet()) + " " + body);
        byte[] text = "x"
                .repeat(exchange.getRequestURI().getPath().equals("/long") ? 101 : 0)
                .getBytes(StandardCharsets.US_ASCII);
        boolean moved = exchange.getRequestURI().getPath().equals("/moved");
        if (moved) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(moved ? 302 : 200, text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }
}
