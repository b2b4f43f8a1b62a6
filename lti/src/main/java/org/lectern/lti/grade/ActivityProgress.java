package org.lectern.lti.grade;

/** How far a learner is with an activity, whatever that is worth (AGS 2.0 §3.4.7). */
public enum ActivityProgress {
    INITIALIZED("Initialized"),
    STARTED("Started"),
    IN_PROGRESS("InProgress"),
    SUBMITTED("Submitted"),
    COMPLETED("Completed");

    private final String wire;

    ActivityProgress(String wire) {
        this.wire = wire;
    }

    /** As it is written in a score. */
    public String wire() {
        return wire;
    }
}
