package org.lectern.lti.dynamic;

import java.util.Locale;

/**
 * Which maker's platform it is, by the {@code product_family_code} of its configuration (LTI Dynamic Registration 1.0
 * §2.2). Decides only what the makers really do differently; all that a platform announces is taken from the announcement.
 */
public enum LmsFamily {
    MOODLE("moodle"),
    CANVAS("canvas"),
    BRIGHTSPACE("brightspace"),
    BLACKBOARD("blackboard"),
    SAKAI("sakai"),
    STANDARD("standard");

    private final String label;

    LmsFamily(String label) {
        this.label = label;
    }

    /** Lower-case name, for files, rows and pages. */
    public String label() {
        return label;
    }

    /** By a label; {@link #STANDARD} for what is none. */
    public static LmsFamily labelled(String label) {
        for (LmsFamily family : values()) {
            if (family.label.equals(label)) {
                return family;
            }
        }
        return STANDARD;
    }

    /** By the platform's own word, however it spells it: {@code desire2learn}, {@code BlackboardLearn}, {@code moodle-2}. */
    public static LmsFamily of(String productFamilyCode) {
        String code = productFamilyCode.toLowerCase(Locale.ROOT);
        if (code.startsWith("moodle")) {
            return MOODLE;
        } else if (code.startsWith("canvas")) {
            return CANVAS;
        } else if (code.contains("desire2learn") || code.startsWith("brightspace") || code.startsWith("d2l")) {
            return BRIGHTSPACE;
        } else if (code.startsWith("blackboard")) {
            return BLACKBOARD;
        }
        return code.startsWith("sakai") ? SAKAI : STANDARD;
    }

    /** Whether one client id serves many institutions there, so that a deployment says nothing about whose registration it is. */
    public boolean sharesClientIds() {
        return this == BLACKBOARD;
    }
}
