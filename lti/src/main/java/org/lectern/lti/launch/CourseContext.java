package org.lectern.lti.launch;

import java.util.List;
import java.util.Optional;

/**
 * The course of a launch (LTI 1.3 core §5.4.1). {@code id} is unique within a deployment; types come as URIs or as short
 * names; {@code sourcedId} is the institution's own id of the course section.
 */
public record CourseContext(
        String id, Optional<String> label, Optional<String> title, List<String> types, Optional<String> sourcedId) {

    public CourseContext {
        types = List.copyOf(types);
    }
}
