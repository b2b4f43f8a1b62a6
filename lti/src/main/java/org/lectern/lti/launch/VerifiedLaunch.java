package org.lectern.lti.launch;

import java.util.Objects;
import org.lectern.lti.login.PendingLogin;

/**
 * A launch that passed every check but one: that its login was not used in the meantime. The host calls {@code
 * PendingLogins.consume(login.stateHash(), now)} in the transaction that opens the session; on {@code false} it
 * refuses with {@code state.used} and opens none. {@code carrier} tells how it was bound to its browser.
 */
public record VerifiedLaunch(Launch launch, PendingLogin login, BindingCarrier carrier) {

    public VerifiedLaunch {
        Objects.requireNonNull(launch);
        Objects.requireNonNull(login);
        Objects.requireNonNull(carrier);
    }
}
