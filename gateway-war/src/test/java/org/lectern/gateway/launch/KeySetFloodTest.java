package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.LaunchBuilder.aLaunch;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.outbound.GuardedKeySets;
import org.lectern.gateway.outbound.OutboundHttp;
import org.lectern.gateway.outbound.OutboundSettings;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.lti.practice.PracticeKeys;
import org.lectern.lti.practice.PracticePlatform;

/** Key sets over real HTTP, from the form post to a stand-in platform on this machine and back, under attack. */
class KeySetFloodTest {

    private static final int TOKENS = 10_000;
    private static final int SENDERS = 4;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Instant> fetches = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger secretsRead = new AtomicInteger();
    private volatile HttpHandler keySet = exchange -> answer(exchange, published(PracticeKeys.number(1)));
    private HttpServer lms;
    private OutboundHttp http;
    private PracticeGateway gateway;

    @BeforeEach
    void open() throws IOException {
        lms = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lms.setExecutor(threads);
        lms.createContext("/jwks", exchange -> {
            fetches.add(gateway.clock.instant());
            keySet.handle(exchange);
        });
        lms.createContext("/secret", exchange -> {
            secretsRead.incrementAndGet();
            answer(exchange, published(PracticeKeys.number(2)));
        });
        lms.start();
        gateway = new PracticeGateway(GivenTenants.of(acme("http")));
        allowPrivateAddresses(true);
    }

    @AfterEach
    void close() {
        over.countDown();
        gateway.close();
        http.close();
        lms.stop(0);
        threads.shutdownNow();
    }

    @Test
    void asksThePlatformOncePerHalfMinuteHoweverManyTokensNameInventedKeys() throws Exception {
        PracticeGateway.Started attack = gateway.start();
        String token = forged(attack);
        AtomicInteger refused = new AtomicInteger();
        for (int round = 0; round < 10; round++) {
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.add(threads.submit(() -> flood(attack, token, TOKENS / 10 / SENDERS, refused)));
            }
            assertThat(gateway.launch(aLaunch()).statusCode())
                    .as("a good launch in between")
                    .isEqualTo(200);
            for (Future<?> sender : senders) {
                sender.get(60, TimeUnit.SECONDS);
            }
            gateway.clock.pass(Duration.ofSeconds(7));
        }
        assertThat(refused).hasValue(TOKENS);
        assertThat(gateway.count("launch_log where verdict = 'jwt.kid_unknown'"))
                .isEqualTo(TOKENS);
        assertThat(gateway.count("learner_session")).isEqualTo(10);
        // The very first is anybody's; every other one is the flood's.
        assertThat(fetches).hasSizeBetween(2, 4);
        for (int i = 2; i < fetches.size(); i++) {
            assertThat(Duration.between(fetches.get(i - 1), fetches.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void findsARotatedKeyInTheMiddleOfAFlood() {
        PracticeGateway.Started attack = gateway.start();
        flood(attack, forged(attack), 50, new AtomicInteger());
        keySet = exchange -> answer(exchange, published(PracticeKeys.number(1), PracticeKeys.number(2)));
        gateway.clock.pass(Duration.ofSeconds(30));
        assertThat(launchSignedByNewKey().statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnWithTheOldKeysWhenTheNewSetIsHuge() {
        refusesAndGoesOn("too large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream body = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    body.write(block);
                }
            }
        });
    }

    @Test
    void goesOnWithTheOldKeysWhenTheNewSetNeverEnds() {
        refusesAndGoesOn("timeout", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (!over.await(100, TimeUnit.MILLISECONDS)) {
                    body.write(' ');
                    body.flush();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void goesOnWithTheOldKeysWhenTheNewSetIsAPage() {
        refusesAndGoesOn("not JSON", exchange -> answer(exchange, "<!DOCTYPE html><title>Sign in</title>"));
    }

    @Test
    void goesOnWithTheOldKeysAndFollowsNoRedirectToThisMachine() {
        refusesAndGoesOn("HTTP 302", exchange -> {
            exchange.getResponseHeaders().set("Location", at("http", "/secret").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(secretsRead).hasValue(0);
    }

    @Test
    void goesOnWithTheOldKeysWhenTheNewSetHasTwoOfOneName() {
        RSAKey twin =
                new RSAKey.Builder(PracticeKeys.number(2)).keyID("practice-1").build();
        refusesAndGoesOn(
                "two keys of one name",
                exchange -> answer(exchange, published(PracticeKeys.number(1), twin, PracticeKeys.number(2))));
    }

    @Test
    void asksNoPrivateAddressUnlessTheSettingAllowsIt() {
        gateway.close();
        gateway = new PracticeGateway(GivenTenants.of(acme("https")));
        allowPrivateAddresses(false);
        assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(403);
        assertThat(verdict()).contains("keys.unavailable", "private address");
        assertThat(fetches).isEmpty();
    }

    /** The old key launches, the new one is refused in words, and the old one still launches. */
    private void refusesAndGoesOn(String words, HttpHandler bad) {
        assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(200);
        keySet = bad;
        assertThat(launchSignedByNewKey().statusCode()).isEqualTo(403);
        assertThat(verdict()).contains("keys.unavailable", words);
        assertThat(fetches).hasSize(2);
        assertThat(gateway.launch(aLaunch()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> launchSignedByNewKey() {
        PracticeGateway.Started started = gateway.start();
        PracticePlatform rotated = gateway.platform.signingWith(PracticeKeys.number(2));
        String token = rotated.idToken(aLaunch(), started.nonce(), gateway.clock.instant());
        return gateway.post(started, started.cookie(), "id_token=" + token);
    }

    /** A token of the right shape, to be given invented names of keys. */
    private String forged(PracticeGateway.Started started) {
        Map<String, Object> claims = aLaunch().claims(gateway.platform, started.nonce(), gateway.clock.instant());
        return gateway.platform.sign(Map.of("alg", "RS256", "kid", "invented"), claims);
    }

    private void flood(PracticeGateway.Started started, String token, int tokens, AtomicInteger refused) {
        String rest = token.substring(token.indexOf('.'));
        for (int i = 0; i < tokens; i++) {
            String header = Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"" + UUID.randomUUID() + "\"}")
                    .toString();
            HttpResponse<String> answer = gateway.post(started, started.cookie(), "id_token=" + header + rest);
            refused.addAndGet(answer.statusCode() == 403 ? 1 : 0);
        }
    }

    private String verdict() {
        return gateway.query(
                "select verdict || ' ' || coalesce(detail, '') from launch_log order by id desc limit 1",
                found -> found.orElseThrow());
    }

    private void allowPrivateAddresses(boolean allowed) {
        http = new OutboundHttp(new OutboundSettings(allowed, 8, 4, "7"));
        gateway.keySets = new GuardedKeySets(http);
    }

    private Tenant acme(String scheme) {
        PracticePlatform platform = PracticePlatform.practice();
        return new Tenant(
                new TenantId("acme"),
                "University of acme",
                List.of(new Platform(
                        "practice",
                        platform.issuer(),
                        platform.clientId(),
                        Set.of(platform.deploymentId()),
                        URI.create(platform.issuer() + "/auth"),
                        URI.create(platform.issuer() + "/token"),
                        platform.issuer() + "/token",
                        at(scheme, "/jwks"))),
                List.of(),
                List.of(GivenTenants.remote("intro", "Introduction")),
                new ProgressPolicy.Milestones(),
                new BigDecimal("0.95"),
                ActorPolicy.PSEUDONYM,
                Duration.ofDays(30),
                new LinkedHashMap<>());
    }

    private URI at(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + lms.getAddress().getPort() + path);
    }

    private static String published(RSAKey... keys) {
        return new JWKSet(List.of(keys)).toString();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
