package org.lectern.playground.lms.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource link of a course: the id used in addresses, its resource link id, title and text, the address of its
 * picture, where it leads (absent: the tool's own target), custom parameters, the tool's client id, its gradebook
 * column, and the resource link ids it was copied from, the newest first.
 */
public record Link(
        String id,
        String number,
        String title,
        Optional<String> text,
        Optional<String> picture,
        Optional<String> url,
        Map<String, String> custom,
        String clientId,
        Optional<String> column,
        List<String> history) {
    public static final String GALLERY = "gallery";
    /** The page with two players at once; no medium of a tenant should have this id. */
    public static final String TWO = "two";

    public static final String GRADED = "graded";

    public Link {
        custom = Map.copyOf(custom);
        history = List.copyOf(history);
    }

    static Link of(String id, String number, String title, Map<String, String> custom, String clientId) {
        return new Link(
                id,
                number,
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                custom,
                clientId,
                Optional.empty(),
                List.of());
    }

    Link inColumn(String id) {
        return new Link(this.id, number, title, text, picture, url, custom, clientId, Optional.of(id), history);
    }

    public boolean isVideo() {
        return custom.containsKey("media");
    }
}
