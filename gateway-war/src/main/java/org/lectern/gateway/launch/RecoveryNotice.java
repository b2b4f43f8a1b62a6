package org.lectern.gateway.launch;

import java.util.Optional;
import org.lectern.gateway.page.Notice;
import org.lectern.lti.refusal.LaunchRefusal;

/** A refusal in words for the person in front of the screen. */
final class RecoveryNotice {

    private static final String FROM_THE_COURSE = "Open the activity again from your course page.";

    private RecoveryNotice() {}

    /** @param restart where a window of its own begins; empty where that was tried or cannot help */
    static Notice of(LaunchRefusal refusal, String correlation, Optional<String> restart) {
        if (refusal == LaunchRefusal.BINDING_MISSING && restart.isPresent()) {
            return window(correlation, restart);
        }
        return new Notice(
                "This activity could not be opened",
                refusal.sentence(),
                refusal.tryAgain()
                        ? "You can try again. Nothing you watched before is lost."
                        : "Trying again will not help until it is put right. Nothing you watched before is lost.",
                WayOn.leadsToThePlatform(refusal) && restart.isEmpty() ? FROM_THE_COURSE : refusal.remedy(),
                correlation,
                Optional.of(refusal.code()),
                restart);
    }

    /** Nothing is wrong but the place: no word of a failure. */
    private static Notice window(String correlation, Optional<String> restart) {
        return new Notice(
                "Open this activity in a new window",
                "Your browser keeps no cookies inside a course page, so this activity cannot tell that it is you who opened it here.",
                "In a window of its own it can. Nothing you watched before is lost.",
                "",
                correlation,
                Optional.of(LaunchRefusal.BINDING_MISSING.code()),
                restart);
    }
}
