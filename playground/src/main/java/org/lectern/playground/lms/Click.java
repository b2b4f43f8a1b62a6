package org.lectern.playground.lms;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.LineItem;
import org.lectern.playground.lms.course.Link;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.deeplink.DeepLinkRequest;

/**
 * Somebody opens a link, a student's work behind a link ({@code reviewed}), or a tool's library to choose from ({@code
 * deepLink}, without a link): everything a launch is about, kept from the click to the id token.
 */
record Click(
        Platform platform,
        Tool tool,
        String deployment,
        Person person,
        Course course,
        Optional<Link> link,
        Optional<Person> reviewed,
        Optional<DeepLinkRequest> deepLink,
        boolean window,
        Misbehaviour misbehaviour) {

    String messageType() {
        return deepLink.isPresent()
                ? "LtiDeepLinkingRequest"
                : reviewed.isPresent() ? "LtiSubmissionReviewRequest" : "LtiResourceLinkRequest";
    }

    /** Where the launch leads: the most particular address there is. */
    String target() {
        Optional<String> particular = deepLink.isPresent()
                ? tool.addresses().deepLinking()
                : review().flatMap(review -> Optional.ofNullable(review.getString("url", null)))
                        .or(() -> link.flatMap(Link::url));
        return particular.orElse(tool.addresses().target());
    }

    /** The gradebook column of the link. */
    Optional<LineItem> column() {
        return link.flatMap(course::columnOf);
    }

    /** What the column says about reviewing, when this is a review. */
    Optional<JsonObject> review() {
        return reviewed.flatMap(unused -> column())
                .flatMap(column -> Optional.ofNullable(column.body().getJsonObject("submissionReview")));
    }
}
