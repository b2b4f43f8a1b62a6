package org.lectern.lti.deeplink;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.lti.grade.SubmissionReview;

/**
 * The gradebook column that a platform is to make for a link (Deep Linking 2.0 §3.1.3, AGS 2.0 §3.2.9). Resource id and
 * tag are the tool's own words and come back in the line item.
 */
public record NewLineItem(
        String label,
        BigDecimal scoreMaximum,
        Optional<String> resourceId,
        Optional<String> tag,
        Optional<SubmissionReview> review) {

    public NewLineItem {
        label = PlainText.line(label, ResourceLinkItem.TITLE_LIMIT);
        if (label.isEmpty()) {
            throw new IllegalArgumentException("a line item needs a label");
        }
        if (scoreMaximum.signum() <= 0) {
            throw new IllegalArgumentException("the best score must be more than nothing, found " + scoreMaximum);
        }
    }

    /** A column whose grades nobody can look into. */
    public NewLineItem(String label, BigDecimal scoreMaximum, Optional<String> resourceId, Optional<String> tag) {
        this(label, scoreMaximum, resourceId, tag, Optional.empty());
    }

    /** The same column, with what is behind a grade for whoever teaches. */
    public NewLineItem reviewed(SubmissionReview how) {
        return new NewLineItem(label, scoreMaximum, resourceId, tag, Optional.of(how));
    }

    Map<String, Object> claim() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("label", label);
        claim.put("scoreMaximum", scoreMaximum);
        resourceId.ifPresent(id -> claim.put("resourceId", id));
        tag.ifPresent(word -> claim.put("tag", word));
        review.ifPresent(how -> claim.put("submissionReview", how.json()));
        return claim;
    }
}
