package org.lectern.playground.lms.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How well-known LMSs set the switches; what is not named stays as it is by itself. */
public enum Dialect {
    STANDARD("Everything by the book", Map.of()),
    MOODLE(
            "Moodle",
            Map.ofEntries(
                    Map.entry(Switch.PRODUCT, "moodle"),
                    Map.entry(Switch.SCORE_CLOCK, "seconds"),
                    Map.entry(Switch.UNGRADABLE, "400"),
                    Map.entry(Switch.TOKEN_ANSWER, "text-html"),
                    Map.entry(Switch.ROLES, "short"),
                    Map.entry(Switch.ROSTER_NEXT, "drops-role"),
                    Map.entry(Switch.LINK_HISTORY, "literal"),
                    Map.entry(Switch.DEEP_LINK_GRADED, "silent"),
                    Map.entry(Switch.DEEP_LINK_DATA, "no"),
                    Map.entry(Switch.REGISTRATION_STATUS, "200"),
                    Map.entry(Switch.MESSAGES_SUPPORTED, "texts"))),
    CANVAS(
            "Canvas",
            Map.of(
                    Switch.PRODUCT, "canvas",
                    Switch.PAGES_HOST, "school",
                    Switch.STORAGE, "on",
                    Switch.STORAGE_TARGET, "post_message_forwarding",
                    Switch.REGISTRATION_DEPLOYMENT, "no",
                    Switch.REGISTRATION_TOKEN, "needed-for-configuration")),
    BLACKBOARD(
            "Blackboard", Map.of(Switch.PRODUCT, "BlackboardLearn", Switch.STORAGE, "on", Switch.STORAGE_REPEAT, "no")),
    BRIGHTSPACE(
            "Brightspace",
            Map.of(
                    Switch.PRODUCT, "desire2learn",
                    Switch.STORAGE, "on",
                    Switch.REGISTRATION_PLACE, "window",
                    Switch.REGISTRATION_TOKEN, "in-configuration")),
    SAKAI("Sakai", Map.of(Switch.PRODUCT, "sakai", Switch.STORAGE, "legacy", Switch.ROLES, "short"));

    private final String title;
    private final Map<Switch, String> settings;

    Dialect(String title, Map<Switch, String> settings) {
        this.title = title;
        this.settings = settings;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    Map<Switch, String> settings() {
        return settings;
    }

    static Optional<Dialect> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
