package org.lectern.playground.lms.registration;

import java.time.Instant;
import java.util.Optional;
import org.lectern.playground.lms.course.Tool;

/** An administrator lets a tool register, once: for a new tool of a tenant or as an update of one. */
record Invitation(String token, String tenant, Optional<Tool> update, Instant until, boolean used) {
    Invitation spent() {
        return new Invitation(token, tenant, update, until, true);
    }
}
