package org.lectern.playground.lms.course;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One way in which LMSs differ or fail. In addresses and forms: the name in lower case with dashes. The first option is
 * how the practice LMS behaves by itself.
 */
public enum Switch {
    PRODUCT(
            "What the LMS says it is",
            "lectern-practice-lms: Practice LMS",
            "moodle: Moodle",
            "canvas: Canvas",
            "BlackboardLearn: Blackboard",
            "desire2learn: Brightspace",
            "sakai: Sakai"),
    PAGES_HOST(
            "People see the LMS at",
            "issuer: the issuer's host",
            "school: a host of the school's own, such as acme.localhost (hosted Canvas and Blackboard)"),
    STORAGE(
            "Platform storage",
            "off: not offered",
            "on: offered and answered",
            "legacy: answered under the old message names too",
            "mobile: announced, never answered (mobile apps)"),
    STORAGE_TARGET(
            "Who keeps the storage",
            "_parent: the course page itself",
            "lti_storage: a frame beside the tool",
            "post_message_forwarding: Canvas' frame beside the tool"),
    STORAGE_REPEAT(
            "Storage target is told again with the token",
            "yes: yes, as specified",
            "no: no, at login only (Blackboard)"),
    MESSAGE_HINT(
            "A message hint is good",
            "once: once",
            "latest: once, and a person's next launch spoils the one before (older Moodle)",
            "many: any number of times"),
    SERVICES("Grades and roster", "on: offered", "off: not offered"),
    SCORE_ANSWER(
            "A good score is answered",
            "200: 200, stored",
            "204: 204, stored",
            "401: 401, not stored",
            "403: 403, not stored",
            "404-html: 404 and a web page, not stored",
            "429: 429 with Retry-After 5, not stored",
            "500: 500, not stored",
            "503: 503 with Retry-After 5, not stored",
            "slow: 200 after 20 seconds, stored",
            "hang-up: not at all, not stored"),
    SCORE_CLOCK("Time stamps of scores are compared", "exact: exactly", "seconds: in whole seconds (Moodle)"),
    UNGRADABLE("A score for a teacher or stranger is answered", "422: 422", "400: 400 (Moodle)"),
    UNFINISHED("An unfinished score and the grade before it", "erases: erases it", "keeps: leaves it alone"),
    TOKEN_ANSWER(
            "Access tokens",
            "ok: for an hour",
            "text-html: for an hour, as text/html (Moodle)",
            "short: for a minute",
            "500: refused with 500",
            "html: a web page with status 200 instead",
            "slow: after 8 seconds"),
    ROLES("Role names in the roster", "long: full addresses", "short: short names (Moodle)"),
    ROSTER_PAGE("Members on a page", "10: 10", "50: 50", "3: 3", "1: 1"),
    ROSTER_NEXT("The next page's address", "keeps-role: keeps the role filter", "drops-role: drops it (Moodle)"),
    LINK_HISTORY("$ResourceLink.id.history", "known: is filled in", "literal: is sent as it is (Moodle)"),
    DEEP_LINK_MULTIPLE("Several items at once", "yes: welcome", "no: refused"),
    DEEP_LINK_GRADED("Items with a grade", "yes: welcome", "no: refused", "silent: welcome, but nobody says so"),
    DEEP_LINK_DATA("Deep linking sends data to echo", "yes: yes", "no: no"),
    REGISTRATION_ANSWER(
            "A registration is answered",
            "ok: well",
            "text: 400 in plain text (Moodle)",
            "html: 500 and a web page",
            "422: 422 with a reason (Canvas)",
            "slow: after 8 seconds"),
    REGISTRATION_STATUS("Status of a good registration", "201: 201", "200: 200 (Moodle)"),
    REGISTRATION_DEPLOYMENT("Deployment id in the answer", "yes: yes", "no: no (Canvas)"),
    REGISTRATION_PLACE("The tool's registration page opens", "frame: in a frame", "window: in a window"),
    REGISTRATION_TOKEN(
            "The registration token",
            "parameter: is a parameter of the tool's address",
            "in-configuration: is within the configuration's address alone (Brightspace)",
            "needed-for-configuration: must come back when reading the configuration (Canvas)"),
    MESSAGES_SUPPORTED("Supported messages are told", "objects: as objects", "texts: as texts (Moodle)");

    private final String title;
    private final Map<String, String> options = new LinkedHashMap<>();

    Switch(String title, String... options) {
        this.title = title;
        for (String option : options) {
            int colon = option.indexOf(": ");
            this.options.put(option.substring(0, colon), option.substring(colon + 2));
        }
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** Values and what they mean. */
    public Map<String, String> options() {
        return new LinkedHashMap<>(options);
    }

    public String byItself() {
        return options.keySet().iterator().next();
    }

    static Optional<Switch> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
