package org.lectern.lti.launch;

import org.lectern.lti.login.PendingLogin;

/**
 * A launch that passed every check but one: that its login was not used in the meantime. The host calls {@code
 * PendingLogins.consume(login.stateHash(), now)} in the transaction that opens the session; on {@code false} it
 * refuses with {@code state.used} and opens none.
 */
public record VerifiedLaunch(Launch launch, PendingLogin login) {}
