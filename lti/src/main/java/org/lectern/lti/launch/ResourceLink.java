package org.lectern.lti.launch;

import java.util.Optional;

/** The place in the course that was opened (LTI 1.3 core §5.3.5). Title and description are plain text, not HTML. */
public record ResourceLink(String id, Optional<String> title, Optional<String> description) {}
