package org.lectern.lti.launch;

import java.util.Arrays;
import java.util.Optional;

/** The messages a platform can send through the browser (LTI 1.3 core §4.2.1, Deep Linking 2.0, Submission Review). */
public enum MessageType {
    RESOURCE_LINK("LtiResourceLinkRequest"),
    DEEP_LINKING("LtiDeepLinkingRequest"),
    SUBMISSION_REVIEW("LtiSubmissionReviewRequest");

    private final String claim;

    MessageType(String claim) {
        this.claim = claim;
    }

    public String claim() {
        return claim;
    }

    static Optional<MessageType> of(String claim) {
        return Arrays.stream(values()).filter(type -> type.claim.equals(claim)).findFirst();
    }
}
