package org.lectern.lti.login;

import java.net.URI;

/**
 * A started login. The host sends the browser to {@code redirect} and leaves {@code bindingSecret} with it, by cookie or
 * in the platform's storage. {@code pending} is stored already.
 */
public record LoginStarted(URI redirect, String state, String bindingSecret, PendingLogin pending) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "LoginStarted[issuer=" + pending.issuer() + ", clientId=" + pending.clientId() + "]";
    }
}
