package org.lectern.lti.login;

import java.util.Optional;
import org.lectern.lti.registration.WebOrigin;

/**
 * Where a page may leave the binding secret when cookies do not come back: {@code lti.put_data} and {@code lti.get_data} to
 * the window {@code frame} ({@code _parent}: the parent or opener), target origin {@code origin} and nothing
 * else, under {@code key} (lti-cs-pm 0.1, lti-pm-s 0.1). The page hands what it reads to the server, which compares.
 */
public record PlatformStorage(String frame, WebOrigin origin, String key) {

    /** Empty when the platform offered no storage at login. */
    public static Optional<PlatformStorage> of(PendingLogin login, WebOrigin platform) {
        return login.storageTarget()
                .map(frame -> new PlatformStorage(
                        frame, platform, "lti_" + login.stateHash().substring(0, 16)));
    }

    public static Optional<PlatformStorage> of(LoginStarted started) {
        return WebOrigin.of(started.redirect()).flatMap(platform -> of(started.pending(), platform));
    }
}
