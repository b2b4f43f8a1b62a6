package org.lectern.lti.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.Refusals.refused;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.lti.practice.HandWoundClock;
import org.lectern.lti.practice.PracticeKeys;
import org.lectern.lti.practice.PracticePlatform;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.PlatformRegistration;

class PlatformKeysTest {
    private static final RSAKey OLD = PracticeKeys.number(1);
    private static final RSAKey NEW = PracticeKeys.number(2);

    private final HandWoundClock clock = HandWoundClock.started();
    private final PlatformRegistration registration =
            PracticePlatform.practice().registration();
    private final AtomicInteger fetches = new AtomicInteger();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private KeySetSource platform = url -> answer(OLD);
    private final PlatformKeys keys = keys(KeySetSettings.DEFAULT);

    @Test
    void fetchesAKeySetOnceForManyLaunches() {
        for (int i = 0; i < 100; i++) {
            assertThat(find(OLD)).isEqualTo(publicKey(OLD));
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void fetchesOnceMoreForAnUnknownNameAndThenNotForHalfAMinute() {
        find(OLD);
        for (int i = 0; i < 50; i++) {
            unknown("invented-" + i);
        }
        assertThat(fetches).hasValue(2);
        clock.pass(Duration.ofSeconds(29));
        unknown("another");
        assertThat(fetches).hasValue(2);
        clock.pass(Duration.ofSeconds(1));
        unknown("yet-another");
        assertThat(fetches).hasValue(3);
        assertThat(find(OLD)).as("good keys stay").isEqualTo(publicKey(OLD));
    }

    @Test
    void remembersForAWhileThatANameIsUnknown() {
        find(OLD);
        unknown("invented");
        clock.pass(Duration.ofSeconds(31));
        unknown("invented");
        assertThat(fetches).hasValue(2);
        clock.pass(Duration.ofSeconds(31));
        unknown("invented");
        assertThat(fetches).hasValue(3);
    }

    @Test
    void findsARotatedKeyAtOnce() {
        find(OLD);
        platform = url -> answer(OLD, NEW);
        assertThat(find(NEW)).isEqualTo(publicKey(NEW));
        assertThat(fetches).hasValue(2);
    }

    @Test
    void findsARotatedKeyDuringAFloodOfInventedNames() {
        find(OLD);
        unknown("flood-0");
        platform = url -> answer(NEW);
        int waited = 0;
        boolean found = false;
        for (int second = 1; second <= 40 && !found; second++) {
            clock.pass(Duration.ofSeconds(1));
            for (int i = 0; i < 20; i++) {
                unknown("flood-" + second + "-" + i);
            }
            found = published(NEW);
            waited = second;
        }
        assertThat(found).isTrue();
        assertThat(waited).isLessThanOrEqualTo(30);
        assertThat(fetches.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void findsARotatedKeyByAgeWhenTheFloodHasEmptiedTheCommonBudget() {
        PlatformKeys poor = keys(new KeySetSettings(
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                1,
                Duration.ofDays(365),
                100));
        poor.find(registration, OLD.getKeyID(), "RS256");
        PlatformRegistration flooded = at("https://flooded.example.edu/jwks");
        poor.find(flooded, OLD.getKeyID(), "RS256");
        refused("jwt.kid_unknown", () -> poor.find(flooded, "invented", "RS256"));
        platform = url -> answer(NEW);
        refused("jwt.kid_unknown", () -> poor.find(registration, NEW.getKeyID(), "RS256"));
        clock.pass(Duration.ofMinutes(10));
        assertThat(poor.find(registration, NEW.getKeyID(), "RS256")).isEqualTo(publicKey(NEW));
    }

    @Test
    void limitsFetchesForInventedNamesOverAllPlatforms() {
        int many = 60;
        for (int i = 0; i < many; i++) {
            keys.find(at("https://lms" + i + ".example.edu/jwks"), OLD.getKeyID(), "RS256");
        }
        for (int i = 0; i < many; i++) {
            PlatformRegistration one = at("https://lms" + i + ".example.edu/jwks");
            refused("jwt.kid_unknown", () -> keys.find(one, "invented", "RS256"));
        }
        assertThat(fetches).hasValue(many + KeySetSettings.DEFAULT.missBurst());
    }

    @Test
    void refreshesAheadOfNeedWithoutMakingAnyoneWait() {
        find(OLD);
        platform = url -> answer(OLD, NEW);
        clock.pass(Duration.ofMinutes(10));
        for (int i = 0; i < 5; i++) {
            assertThat(find(OLD)).isEqualTo(publicKey(OLD));
        }
        assertThat(fetches).as("nobody waited").hasValue(1);
        assertThat(background).as("one refresh for all").hasSize(1);
        background.remove().run();
        assertThat(fetches).hasValue(2);
        assertThat(find(NEW)).isEqualTo(publicKey(NEW));
        assertThat(fetches).as("the new key was there already").hasValue(2);
    }

    @Test
    void dropsAKeyThatThePlatformNoLongerPublishes() {
        find(OLD);
        platform = url -> answer(NEW);
        clock.pass(Duration.ofMinutes(10));
        find(OLD);
        background.remove().run();
        unknown(OLD.getKeyID());
    }

    @Test
    void goesOnWithAStaleSetWhileThePlatformIsDownForUpToADay() {
        find(OLD);
        platform = url -> {
            throw new KeySetUnavailable("timed out");
        };
        clock.pass(Duration.ofHours(23));
        assertThat(find(OLD)).isEqualTo(publicKey(OLD));
        background.remove().run();
        assertThat(find(OLD)).isEqualTo(publicKey(OLD));
        assertThat(background).as("no second try within half a minute").isEmpty();
        clock.pass(Duration.ofHours(1));
        LaunchRejected rejected = refused("keys.unavailable", () -> find(OLD));
        assertThat(rejected.detail()).contains("timed out");
    }

    @Test
    void saysThatKeysAreUnavailableRatherThanUnknownWhenItCouldNotLook() {
        find(OLD);
        platform = url -> {
            throw new IllegalStateException("connection pool is closed");
        };
        refused("keys.unavailable", () -> find(NEW));
        assertThat(find(OLD)).isEqualTo(publicKey(OLD));
    }

    @Test
    void triesAgainSoonAfterAFailedFirstFetch() {
        platform = url -> new KeySetAnswer(503, "");
        for (int i = 0; i < 10; i++) {
            refused("keys.unavailable", () -> find(OLD));
        }
        assertThat(fetches).hasValue(1);
        platform = url -> answer(OLD);
        clock.pass(Duration.ofSeconds(5));
        assertThat(find(OLD)).isEqualTo(publicKey(OLD));
    }

    @Test
    void refreshesLaterWhenNoThreadIsFree() {
        AtomicInteger refusals = new AtomicInteger();
        PlatformKeys busy = new PlatformKeys(counted(), KeySetSettings.DEFAULT, clock, task -> {
            refusals.incrementAndGet();
            throw new RejectedExecutionException("busy");
        });
        busy.find(registration, OLD.getKeyID(), "RS256");
        clock.pass(Duration.ofMinutes(10));
        busy.find(registration, OLD.getKeyID(), "RS256");
        busy.find(registration, OLD.getKeyID(), "RS256");
        assertThat(refusals).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Sign in</body></html>",
                "",
                "[]",
                "null",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[1,null,\"x\",{}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"practice-1\",\"n\":\"AQ\",\"e\":\"AQAB\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"practice-1\",\"n\":\"\",\"e\":\"\"}]}"
            })
    void refusesWhatIsNoUsableKeySetAndKeepsTheGoodOne(String body) {
        find(OLD);
        platform = url -> new KeySetAnswer(200, body);
        refused("keys.unavailable", () -> find(NEW));
        assertThat(find(OLD)).isEqualTo(publicKey(OLD));
        PlatformKeys fresh = keys(KeySetSettings.DEFAULT);
        refused("keys.unavailable", () -> fresh.find(registration, "practice-1", "RS256"));
    }

    @Test
    void refusesSetWithTwoKeysOfOneNameAndKeepsTheOldOne() {
        find(OLD);
        Map<String, Object> twin = new LinkedHashMap<>(publicJwk(NEW));
        twin.put("kid", "practice-1");
        platform = url -> set(List.of(publicJwk(OLD), twin, publicJwk(NEW)));
        LaunchRejected rejected = refused("keys.unavailable", () -> find(NEW));
        assertThat(rejected.detail()).contains("two keys of one name");
        assertThat(find(OLD)).isEqualTo(publicKey(OLD));
    }

    @Test
    void refusesSetThatIsTooLargeOrHasTooManyKeys() {
        platform = url -> new KeySetAnswer(200, "{\"keys\":[],\"pad\":\"" + "x".repeat(KeySetAnswer.LIMIT) + "\"}");
        assertThat(refused("keys.unavailable", () -> find(OLD)).detail()).contains("larger than");
        clock.pass(Duration.ofSeconds(5));
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(Map.of("kty", "RSA", "kid", "k" + i));
        }
        platform = url -> set(many);
        assertThat(refused("keys.unavailable", () -> find(OLD)).detail()).contains("more than 500");
    }

    @Test
    void readsTheSetOfAPlatformWithHundredsOfInstitutions() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Map<String, Object> other = new LinkedHashMap<>(publicJwk(NEW));
            other.put("kid", "institution-" + i);
            many.add(other);
        }
        many.add(publicJwk(OLD));
        platform = url -> set(many);
        assertThat(platform.fetch(registration.jwksUrl()).body().length()).isGreaterThan(64 * 1024);
        assertThat(find(OLD)).isEqualTo(publicKey(OLD));
    }

    @Test
    void leavesOutKeysThatCannotServe() {
        Map<String, Object> encrypting = new LinkedHashMap<>(publicJwk(NEW));
        encrypting.put("use", "enc");
        Map<String, Object> exposed = new LinkedHashMap<>(PracticeKeys.number(3).toJSONObject());
        Map<String, Object> elliptic = Map.of("kty", "EC", "crv", "P-256", "kid", "ec", "x", "AQ", "y", "AQ");
        platform = url -> set(List.of(encrypting, exposed, elliptic, Map.of("kty", "RSA", "n", "AQ"), publicJwk(OLD)));
        assertThat(find(OLD)).isEqualTo(publicKey(OLD));
        unknown(NEW.getKeyID());
        unknown("practice-3");
        unknown("ec");
    }

    @Test
    void refusesExponentsAndLengthsThatAreUnsound() {
        String modulus = publicJwk(OLD).get("n").toString();
        Map<String, Object> one = Map.of("kty", "RSA", "kid", "one", "n", modulus, "e", "AQ");
        Map<String, Object> even = Map.of("kty", "RSA", "kid", "even", "n", modulus, "e", "Ag");
        Map<String, Object> enormous = Map.of("kty", "RSA", "kid", "enormous", "n", "q".repeat(1400), "e", "AQAB");
        platform = url -> set(List.of(one, even, enormous, publicJwk(OLD)));
        find(OLD);
        List.of("one", "even", "enormous").forEach(this::unknown);
    }

    @Test
    void honoursTheAlgorithmThatAKeyIsPublishedFor() {
        Map<String, Object> limited = new LinkedHashMap<>(publicJwk(OLD));
        limited.put("alg", "RS512");
        platform = url -> set(List.of(limited));
        unknown(OLD.getKeyID());
    }

    @Test
    void remembersOnlySoManyKeySets() {
        PlatformKeys small = keys(new KeySetSettings(
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                20,
                Duration.ofSeconds(3),
                2));
        for (int i = 0; i < 3; i++) {
            small.find(at("https://lms" + i + ".example.edu/jwks"), OLD.getKeyID(), "RS256");
        }
        small.find(at("https://lms2.example.edu/jwks"), OLD.getKeyID(), "RS256");
        assertThat(fetches).hasValue(3);
        small.find(at("https://lms0.example.edu/jwks"), OLD.getKeyID(), "RS256");
        assertThat(fetches).hasValue(4);
    }

    @Test
    void letsManyCallersShareOneFetch() throws Exception {
        int many = 8;
        CountDownLatch allAsking = new CountDownLatch(many);
        platform = url -> {
            await(allAsking);
            return answer(OLD);
        };
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<RSAPublicKey>> callers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                callers.add(() -> {
                    allAsking.countDown();
                    return find(OLD);
                });
            }
            for (Future<RSAPublicKey> caller : threads.invokeAll(callers, 30, TimeUnit.SECONDS)) {
                assertThat(caller.get()).isEqualTo(publicKey(OLD));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(fetches).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private KeySetSource counted() {
        return url -> {
            fetches.incrementAndGet();
            return platform.fetch(url);
        };
    }

    private PlatformKeys keys(KeySetSettings settings) {
        return new PlatformKeys(counted(), settings, clock, background::add);
    }

    private RSAPublicKey find(RSAKey key) {
        return keys.find(registration, key.getKeyID(), "RS256");
    }

    private boolean published(RSAKey key) {
        try {
            return find(key) != null;
        } catch (LaunchRejected notYet) {
            return false;
        }
    }

    private void unknown(String kid) {
        refused("jwt.kid_unknown", () -> keys.find(registration, kid, "RS256"));
    }

    private PlatformRegistration at(String jwksUrl) {
        return new PlatformRegistration(
                registration.id(),
                registration.issuer(),
                registration.clientId(),
                registration.deploymentIds(),
                registration.authorizationUrl(),
                registration.tokenUrl(),
                registration.tokenAudience(),
                URI.create(jwksUrl));
    }

    private static KeySetAnswer answer(RSAKey... keys) {
        return new KeySetAnswer(200, new JWKSet(Arrays.<JWK>asList(keys)).toString());
    }

    private static KeySetAnswer set(List<Map<String, Object>> keys) {
        return new KeySetAnswer(200, JSONObjectUtils.toJSONString(Map.of("keys", keys)));
    }

    private static Map<String, Object> publicJwk(RSAKey key) {
        return key.toPublicJWK().toJSONObject();
    }

    private static RSAPublicKey publicKey(RSAKey key) {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
