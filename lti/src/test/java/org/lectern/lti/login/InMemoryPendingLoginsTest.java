package org.lectern.lti.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lectern.lti.practice.PendingLoginsContract;

class InMemoryPendingLoginsTest extends PendingLoginsContract {

    @Override
    protected PendingLogins logins() {
        return new InMemoryPendingLogins(10);
    }

    @Test
    void shedsTheOldestOnceItIsFull() {
        PendingLogins logins = new InMemoryPendingLogins(2);
        logins.save(login("first"));
        logins.save(login("second"));
        logins.save(login("third"));
        assertThat(logins.find(login("first").stateHash())).isEmpty();
        assertThat(logins.find(login("second").stateHash())).isPresent();
        assertThat(logins.find(login("third").stateHash())).isPresent();
    }

    @Test
    void needsRoomForOne() {
        assertThatThrownBy(() -> new InMemoryPendingLogins(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
