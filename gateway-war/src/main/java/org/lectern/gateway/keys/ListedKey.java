package org.lectern.gateway.keys;

import java.time.Instant;
import java.util.Optional;
import org.lectern.lti.keys.KeyState;

/**
 * A key of ours as operators see it.
 *
 * @param until when its state ends if nobody interferes; a revoked key's never does
 * @param why of revoked ones only
 */
public record ListedKey(
        String kid, KeyState state, Instant created, Instant since, Optional<Instant> until, Optional<String> why) {

    /** Its state in lower case. */
    public String stateName() {
        return KeyTable.name(state);
    }
}
