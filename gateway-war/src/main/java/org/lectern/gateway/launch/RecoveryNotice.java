package org.lectern.gateway.launch;

import java.util.Optional;
import org.lectern.gateway.page.Notice;
import org.lectern.lti.refusal.LaunchRefusal;

/** A refusal in words for the person in front of the screen. */
final class RecoveryNotice {

    private RecoveryNotice() {}

    static Notice of(LaunchRefusal refusal, String correlation, Optional<String> restart) {
        return new Notice(
                "This activity could not be opened",
                refusal.sentence(),
                refusal.tryAgain()
                        ? "You can try again. Nothing you watched before is lost."
                        : "Trying again will not help until it is put right. Nothing you watched before is lost.",
                refusal.remedy(),
                correlation,
                Optional.of(refusal.code()),
                restart);
    }
}
