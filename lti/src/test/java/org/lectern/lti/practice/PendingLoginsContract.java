package org.lectern.lti.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lectern.lti.login.PendingLogin;
import org.lectern.lti.login.PendingLogins;
import org.lectern.lti.login.SecretHash;

/** What every store of pending logins must do, in memory or in a database. */
public abstract class PendingLoginsContract {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    protected abstract PendingLogins logins();

    protected static PendingLogin login(String state) {
        return new PendingLogin(
                SecretHash.of(state),
                SecretHash.of(state + " nonce"),
                SecretHash.of(state + " binding"),
                "https://lms.example.edu",
                "client-1",
                Optional.of("deployment-1"),
                URI.create("https://tool.example.edu/lti/launch"),
                Optional.of("_parent"),
                START,
                START.plus(Duration.ofMinutes(10)),
                false);
    }

    @Test
    void findsWhatWasSavedUnchanged() {
        PendingLogins logins = logins();
        PendingLogin login = login("a");
        logins.save(login);
        assertThat(logins.find(login.stateHash())).contains(login);
    }

    @Test
    void keepsAbsentPartsAbsent() {
        PendingLogins logins = logins();
        PendingLogin full = login("b");
        PendingLogin bare = new PendingLogin(
                full.stateHash(),
                full.nonceHash(),
                full.bindingHash(),
                full.issuer(),
                full.clientId(),
                Optional.empty(),
                full.targetLinkUri(),
                Optional.empty(),
                full.created(),
                full.expires(),
                false);
        logins.save(bare);
        assertThat(logins.find(bare.stateHash())).contains(bare);
    }

    @Test
    void findsNothingUnderAnUnknownState() {
        PendingLogins logins = logins();
        assertThat(logins.find(SecretHash.of("never saved"))).isEmpty();
        assertThat(logins.consume(SecretHash.of("never saved"), START)).isFalse();
    }

    @Test
    void isConsumedOnceAndThenKnownAsUsed() {
        PendingLogins logins = logins();
        PendingLogin login = login("c");
        logins.save(login);
        assertThat(logins.consume(login.stateHash(), START)).isTrue();
        assertThat(logins.consume(login.stateHash(), START)).isFalse();
        assertThat(logins.find(login.stateHash())).contains(login.consumed());
    }

    @Test
    void isNotConsumedOnceItExpired() {
        PendingLogins logins = logins();
        PendingLogin login = login("d");
        logins.save(login);
        assertThat(logins.consume(login.stateHash(), login.expires())).isFalse();
        assertThat(logins.find(login.stateHash()))
                .hasValueSatisfying(row -> assertThat(row.used()).isFalse());
    }

    @Test
    void isConsumedByExactlyOneOfManyAtTheSameTime() throws Exception {
        PendingLogins logins = logins();
        PendingLogin login = login("e");
        logins.save(login);
        int many = 8;
        CountDownLatch together = new CountDownLatch(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                attempts.add(() -> {
                    together.countDown();
                    together.await(10, TimeUnit.SECONDS);
                    return logins.consume(login.stateHash(), START);
                });
            }
            int won = 0;
            for (Future<Boolean> attempt : threads.invokeAll(attempts)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
