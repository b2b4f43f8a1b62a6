package org.lectern.lti.grade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of a line item that its grades can be looked into at the tool: without it, platforms offer no review (Submission Review 1.0 §3.1).
 * The launch goes to the tool's usual target. Immutable.
 *
 * @param reviewable how far a learner has to be for that
 * @param custom parameters of the review's launch
 */
public record SubmissionReview(List<ActivityProgress> reviewable, Map<String, String> custom) {

    public SubmissionReview {
        reviewable = List.copyOf(reviewable);
        custom = Map.copyOf(custom);
    }

    /** As it stands in a line item. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "reviewableStatus",
                reviewable.stream().map(ActivityProgress::wire).toList());
        if (!custom.isEmpty()) {
            json.put("custom", custom);
        }
        return json;
    }
}
