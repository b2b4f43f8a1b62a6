package org.lectern.gateway.page;

/** Notices that more than one room gives. */
public final class Notices {

    private Notices() {}

    /** The database is away for a moment. */
    public static Notice away(String reference) {
        return new Notice(
                "This activity cannot be opened at the moment",
                "The video service is being restarted or is out of order.",
                "Nothing you watched before is lost.",
                "Wait a minute, then open the activity again from your course.",
                reference);
    }
}
