package org.lectern.playground.lms.service;

import java.util.concurrent.TimeUnit;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;

/** Failures that a switch asks for, before anything is stored. */
final class FailuresAsAsked {
    static final String HANG_UP = "hang-up";
    static final String WEB_PAGE = "web-page";

    private FailuresAsAsked() {}

    static void ofScore(Switches switches) {
        String wanted = switches.get(Switch.SCORE_ANSWER);
        switch (wanted) {
            case "200", "204" -> {
                // Nothing goes wrong.
            }
            case "slow" -> pause(20);
            case HANG_UP -> throw ServiceRefused.of(0, HANG_UP, "The LMS was asked to hang up.");
            case "404-html" -> throw ServiceRefused.of(404, WEB_PAGE, "The LMS was asked to answer a web page.");
            default ->
                throw ServiceRefused.of(
                        Integer.parseInt(wanted), "as_asked", "The LMS was asked to answer " + wanted + ".");
        }
    }

    static void ofToken(Switches switches) {
        switch (switches.get(Switch.TOKEN_ANSWER)) {
            case "500" -> throw ServiceRefused.of(500, "as_asked", "The LMS was asked to answer 500.");
            case "html" -> throw ServiceRefused.of(200, WEB_PAGE, "The LMS was asked to answer a web page.");
            case "slow" -> pause(8);
            default -> {
                // Nothing goes wrong.
            }
        }
    }

    private static void pause(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
