package org.lectern.lti.grade;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a platform's gradebook (AGS 2.0 §3.2).
 *
 * @param id its address, given by the platform; may have a query
 * @param label what people see
 * @param scoreMaximum above 0
 * @param resourceLinkId the link it belongs to, if to one
 * @param resourceId the tool's own name of what is graded
 * @param tag the tool's own name of what the column is for
 */
public record LineItem(
        Optional<URI> id,
        String label,
        BigDecimal scoreMaximum,
        Optional<String> resourceLinkId,
        Optional<String> resourceId,
        Optional<String> tag) {

    public LineItem {
        Objects.requireNonNull(id);
        if (label == null || label.isBlank()) {
            throw new IllegalArgumentException("a line item needs a label");
        }
        if (scoreMaximum.signum() <= 0) {
            throw new IllegalArgumentException("a line item's maximum must be above 0, found " + scoreMaximum);
        }
    }

    /** One to be created. */
    public static LineItem of(String label, BigDecimal scoreMaximum) {
        return new LineItem(
                Optional.empty(), label, scoreMaximum, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public LineItem forLink(String link) {
        return new LineItem(id, label, scoreMaximum, Optional.of(link), resourceId, tag);
    }

    public LineItem forResource(String resource) {
        return new LineItem(id, label, scoreMaximum, resourceLinkId, Optional.of(resource), tag);
    }

    public LineItem tagged(String name) {
        return new LineItem(id, label, scoreMaximum, resourceLinkId, resourceId, Optional.of(name));
    }
}
