package org.lectern.lti.launch;

import java.time.Duration;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.login.SecretHash;

/**
 * Binds a login to the browser that started it, by one cookie per login, so that launches in two tabs do not disturb each
 * other. Partitioned, since browsers keep other cookies from frames; always Secure, which browsers also accept
 * over plain http on this machine.
 */
public final class CookieBinding {
    private static final int NAME_DIGITS = 16;
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=None; Partitioned";

    private CookieBinding() {}

    /** The cookie's name: derived from the state, but not the state. */
    public static String name(String state) {
        return "__Host-lti_" + SecretHash.of(state).substring(0, NAME_DIGITS);
    }

    /** The value of the {@code Set-Cookie} header that goes out with the redirect. */
    public static String header(LoginStarted started, Duration lifetime) {
        return name(started.state()) + "=" + started.bindingSecret() + "; Max-Age=" + lifetime.toSeconds() + ATTRIBUTES;
    }

    /** The value of the {@code Set-Cookie} header that takes the cookie back after the launch. */
    public static String removal(String state) {
        return name(state) + "=; Max-Age=0" + ATTRIBUTES;
    }
}
