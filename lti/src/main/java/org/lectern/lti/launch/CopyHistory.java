package org.lectern.lti.launch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Which courses and links a launched one was copied from, the latest first (LTI 1.3 core, {@code $Context.id.history} and
 * {@code $ResourceLink.id.history}). A platform tells it only to links that ask for it by these custom parameters, and not
 * every platform knows it: a hint for people, never the only way to find content.
 */
public record CopyHistory(List<String> courses, List<String> links) {
    /** Custom parameter that asks for the courses. */
    public static final String COURSES = "context_id_history";

    /** What it is to be filled with. */
    public static final String COURSES_VARIABLE = "$Context.id.history";

    /** Custom parameter that asks for the links. */
    public static final String LINKS = "resource_link_id_history";

    /** What it is to be filled with. */
    public static final String LINKS_VARIABLE = "$ResourceLink.id.history";

    private static final int MOST = 100;

    public CopyHistory {
        courses = List.copyOf(courses);
        links = List.copyOf(links);
    }

    static CopyHistory of(Map<String, String> custom) {
        return new CopyHistory(ids(custom.getOrDefault(COURSES, "")), ids(custom.getOrDefault(LINKS, "")));
    }

    /** Ids are separated by commas and encoded as in an address. */
    private static List<String> ids(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .limit(MOST)
                .map(CopyHistory::decoded)
                .toList();
    }

    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return id; // sent as it is, with a stray per cent sign
        }
    }
}
