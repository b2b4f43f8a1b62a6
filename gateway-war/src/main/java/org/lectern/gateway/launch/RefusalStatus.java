package org.lectern.gateway.launch;

import java.util.Set;
import org.lectern.lti.refusal.LaunchRefusal;

/** The HTTP status of a refusal (RFC 9110 §15.5): malformed, too much, or not trusted. */
final class RefusalStatus {

    private static final Set<LaunchRefusal> MALFORMED = Set.of(
            LaunchRefusal.LOGIN_PARAMETER_MISSING,
            LaunchRefusal.LOGIN_PARAMETER_REPEATED,
            LaunchRefusal.LOGIN_PARAMETER_INVALID,
            LaunchRefusal.LOGIN_TARGET_FOREIGN,
            LaunchRefusal.REQUEST_MALFORMED,
            LaunchRefusal.STATE_MISSING,
            LaunchRefusal.JWT_TOO_LARGE,
            LaunchRefusal.JWT_MALFORMED,
            LaunchRefusal.JWT_DUPLICATE_CLAIM);

    private RefusalStatus() {}

    static int of(LaunchRefusal refusal) {
        if (refusal == LaunchRefusal.LOGIN_OVERLOADED) {
            return 429;
        }
        return MALFORMED.contains(refusal) ? 400 : 403;
    }
}
