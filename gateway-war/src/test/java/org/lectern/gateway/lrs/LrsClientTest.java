package org.lectern.gateway.lrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.lrs.LrsCredentials;
import org.lectern.gateway.outbound.OutboundHttp;
import org.lectern.gateway.outbound.OutboundSettings;

/** What is on the wire. */
class LrsClientTest {

    private static final String FIRST = "{\"id\":\"a\",\"n\":1.50}";
    private static final String SECOND = "{ \"id\" : \"b\" }";

    private final OutboundHttp http = new OutboundHttp(new OutboundSettings(true, 8, 4, "7"));
    private final LrsClient client = new LrsClient(http, Clock.systemUTC());
    private HttpServer server;
    private volatile Headers headers;
    private volatile byte[] body;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/xapi/statements", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        headers = exchange.getRequestHeaders();
        body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Test
    void joinsTheStoredBytesAsTheyAre() {
        assertThat(post(new LrsCredentials.Basic("key", "secret"), false))
                .isInstanceOf(DeliveryOutcome.Delivered.class);

        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("[" + FIRST + "," + SECOND + "]");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(headers.getFirst("X-Experience-API-Version")).isEqualTo("1.0.3");
        assertThat(headers.getFirst("Authorization")).isEqualTo("Basic a2V5OnNlY3JldA==");
        assertThat(headers).doesNotContainKey("Content-Encoding");
    }

    @Test
    void identifiesItselfByABearerTokenWhereThatIsSet() {
        post(new LrsCredentials.Bearer("t0ken"), false);

        assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer t0ken");
    }

    @Test
    void compressesOnlyWhereTheTenantSaysSo() throws IOException {
        post(new LrsCredentials.Basic("key", "secret"), true);

        assertThat(headers.getFirst("Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("[" + FIRST + "," + SECOND + "]");
        }
    }

    @Test
    void aParcelLetsGoOfItsStatementsWhenTheRequestIsOver() {
        Parcel parcel = new Parcel(Joined.of(statement(FIRST)));
        assertThat(parcel.statements().length()).isEqualTo(FIRST.length());

        parcel.close();

        assertThat(parcel.statements().array()).isEmpty();
        assertThat(parcel.statements().ids()).isEmpty();
    }

    private DeliveryOutcome post(LrsCredentials credentials, boolean gzip) {
        URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort() + "/xapi/");
        Destination to =
                new Destination("lrs", endpoint, credentials, "1.0.3", Dialect.STANDARD, List.of("kaltura"), gzip, 1);
        try (Parcel parcel = new Parcel(Joined.of(List.of(statement(FIRST), statement(SECOND))))) {
            return client.post(to, parcel);
        }
    }

    private static StoredStatement statement(String text) {
        return new StoredStatement(UUID.randomUUID(), text.getBytes(StandardCharsets.UTF_8));
    }
}
