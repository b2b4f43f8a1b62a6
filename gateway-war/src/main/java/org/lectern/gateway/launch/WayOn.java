package org.lectern.gateway.launch;

import java.util.Set;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/** After which refusals the platform is worth asking once more. Pure. */
final class WayOn {

    /** In a window of its own cookies work, and the platform can ask to sign in. */
    private static final Set<LaunchRefusal> HELPED_BY_A_WINDOW =
            Set.of(LaunchRefusal.BINDING_MISSING, LaunchRefusal.PLATFORM_ERROR);

    /** OAuth 2.0 (RFC 6749 §4.1.2.1): a fault or a rush on the platform's side. */
    private static final Set<String> PASSING = Set.of("server_error", "temporarily_unavailable");

    /** Without a word more, older Moodles say so to all but one of the frames that one page opens at a time. */
    private static final String CROWDED_OUT = "invalid_request";

    private WayOn() {}

    static boolean leadsToThePlatform(LaunchRefusal refusal) {
        return HELPED_BY_A_WINDOW.contains(refusal);
    }

    /** Whether we ask again by ourselves: for what may pass, and once. Somebody who is to sign in needs a window instead. */
    static boolean asksAgain(LaunchRejected refused, LoginStart start) {
        String said = refused.detail();
        return refused.refusal() == LaunchRefusal.PLATFORM_ERROR
                && start == LoginStart.PLATFORM
                && (said.equals(CROWDED_OUT) || PASSING.contains(said.split(" ", 2)[0]));
    }
}
