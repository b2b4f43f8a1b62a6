package org.lectern.lti.grade;

/**
 * How final a score is (AGS 2.0 §3.4.8). Platforms show {@link #FULLY_GRADED} ones only; Moodle and Blackboard erase an
 * existing grade on receiving any other.
 */
public enum GradingProgress {
    FULLY_GRADED("FullyGraded"),
    PENDING("Pending"),
    PENDING_MANUAL("PendingManual"),
    FAILED("Failed"),
    NOT_READY("NotReady");

    private final String wire;

    GradingProgress(String wire) {
        this.wire = wire;
    }

    /** As it is written in a score. */
    public String wire() {
        return wire;
    }
}
