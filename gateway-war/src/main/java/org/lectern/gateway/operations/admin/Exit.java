package org.lectern.gateway.operations.admin;

/** How a command ended, for scripts. */
final class Exit {

    /** Done. */
    static final int OK = 0;
    /** The gateway refused, or something went wrong there; the words are on standard error. */
    static final int REFUSED = 1;
    /** The command line makes no sense. */
    static final int USAGE = 2;
    /** No gateway answers. */
    static final int UNREACHABLE = 3;
    /** The token is missing or wrong. */
    static final int UNAUTHORIZED = 4;
    /** Of {@code lanes}: at least one is paused, so a person should look. One that backs off heals by itself and is fine. */
    static final int PAUSED = 10;

    /** Of {@code ags-test}: a step did not work; which one and why is in the list. */
    static final int TRIAL_FAILED = 11;

    private Exit() {}
}
