package org.lectern.gateway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lectern.lti.practice.Refusals.refused;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.lti.login.PendingLogin;
import org.lectern.lti.login.PendingLogins;
import org.lectern.lti.practice.HandWoundClock;
import org.lectern.lti.practice.PendingLoginsContract;

class JdbcPendingLoginsTest extends PendingLoginsContract {

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final HandWoundClock clock = HandWoundClock.started();
    private final JdbcPendingLogins logins = new JdbcPendingLogins(jdbi, clock, 5, 3);

    @Override
    protected PendingLogins logins() {
        return logins;
    }

    @Test
    void refusesMoreOfOnePlatformThanItsShareButLetsOthersIn() {
        for (int i = 0; i < 3; i++) {
            logins.save(login("mine" + i));
        }
        refused("login.overloaded", () -> logins.save(login("mine more")));
        logins.save(ofAnother("theirs"));
        logins.save(ofAnother("theirs too"));
        refused("login.overloaded", () -> logins.save(ofAnother("all full")));
        assertThat(logins.find(login("mine more").stateHash())).isEmpty();
    }

    @Test
    void letsThemInAgainOnceOldOnesAreSweptAway() {
        for (int i = 0; i < 3; i++) {
            logins.save(login("mine" + i));
        }
        clock.pass(Duration.ofMinutes(20));
        assertThat(logins.sweep(100))
                .as("remembered for a while after they expired")
                .isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(logins.sweep(2)).isEqualTo(2);
        logins.save(login("mine again"));
    }

    @Test
    void keepsHintsUntilTheLoginIsUsed() {
        PendingLogin login = login("hinted");
        logins.save(login, Optional.of(new LoginHints("sam", Optional.of("{\"cmid\":3}"))), LoginStart.FRAME);
        assertThat(logins.restartable(login.stateHash())).contains(LoginStart.FRAME);
        assertThat(logins.hints(login.stateHash())).contains(new LoginHints("sam", Optional.of("{\"cmid\":3}")));
        assertThat(logins.consume(login.stateHash(), clock.instant())).isTrue();
        assertThat(logins.hints(login.stateHash())).isEmpty();
        assertThat(logins.restartable(login.stateHash())).isEmpty();
        int hinted =
                jdbi.withHandle(handle -> handle.createQuery("select count(*) from login where login_hint is not null")
                        .mapTo(Integer.class)
                        .one());
        assertThat(hinted).isZero();
    }

    @Test
    void isNotConsumedByATransactionThatFails() {
        PendingLogin login = login("rolled back");
        logins.save(login);
        jdbi.useTransaction(transaction -> {
            assertThat(logins.take(transaction, login.stateHash(), clock.instant()))
                    .contains(LoginStart.PLATFORM);
            transaction.rollback();
        });
        assertThat(logins.consume(login.stateHash(), clock.instant())).isTrue();
    }

    private static PendingLogin ofAnother(String state) {
        PendingLogin like = login(state);
        return new PendingLogin(
                like.stateHash(),
                like.nonceHash(),
                like.bindingHash(),
                "https://another.example.edu",
                like.clientId(),
                like.deploymentHint(),
                like.targetLinkUri(),
                like.storageTarget(),
                like.created(),
                like.expires(),
                false);
    }
}
