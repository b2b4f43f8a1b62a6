package org.lectern.playground.lms.deeplink;

import java.util.List;
import java.util.Optional;

/** What came of an answer: how many links were added, what the tool wants said, what was wrong. */
public record Outcome(Optional<DeepLinkRequest> request, int added, Optional<String> message, List<String> faults) {
    public Outcome {
        faults = List.copyOf(faults);
    }

    static Outcome refused(Optional<DeepLinkRequest> request, List<String> faults) {
        return new Outcome(request, 0, Optional.empty(), faults);
    }

    /** In one word: added, cancelled or refused. */
    public String word() {
        return !faults.isEmpty() ? "refused" : added > 0 ? "added" : "cancelled";
    }
}
