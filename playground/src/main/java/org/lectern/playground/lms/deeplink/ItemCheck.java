package org.lectern.playground.lms.deeplink;

import java.net.URI;
import java.util.Set;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.check.Times;

/** One content item against Deep Linking 2.0 §3.1; only LTI resource links are welcome. */
final class ItemCheck {
    private static final String RESOURCE_LINK = "ltiResourceLink";
    private static final Set<String> FIELDS = Set.of(
            "type",
            "title",
            "text",
            "url",
            "icon",
            "thumbnail",
            "window",
            "iframe",
            "custom",
            "lineItem",
            "available",
            "submission");
    private static final Set<String> PICTURE = Set.of("url", "width", "height");
    private static final Set<String> PROGRESS =
            Set.of("Initialized", "Started", "InProgress", "Submitted", "Completed");
    private static final Set<String> SPAN = Set.of("startDateTime", "endDateTime");

    private ItemCheck() {}

    static void check(Sent item, DeepLinkRequest request) {
        item.needText("type", RESOURCE_LINK);
        if (!item.text("type").filter(RESOURCE_LINK::equals).isPresent()) {
            return;
        }
        item.knowsOnly(FIELDS);
        item.text("title");
        item.text("text");
        item.address("url")
                .filter(url ->
                        !request.tool().origin().endsWith("//" + URI.create(url).getAuthority()))
                .ifPresent(url -> item.fault("url", "is not on the tool's own domain: " + url));
        picture(item, "icon");
        picture(item, "thumbnail");
        item.object("window").ifPresent(window -> {
            window.knowsOnly(Set.of("targetName", "width", "height", "windowFeatures"));
            window.positive("width");
            window.positive("height");
        });
        item.object("iframe").ifPresent(frame -> {
            frame.knowsOnly(Set.of("width", "height", "src"));
            frame.positive("width");
            frame.positive("height");
        });
        item.textMap("custom");
        lineItem(item, request);
        span(item, "available");
        span(item, "submission");
    }

    private static void lineItem(Sent item, DeepLinkRequest request) {
        item.object("lineItem").ifPresent(lineItem -> {
            if (!request.graded().orElse(true)) {
                item.fault("lineItem", "is there although accept_lineitem is false.");
            }
            lineItem.knowsOnly(
                    Set.of("label", "scoreMaximum", "resourceId", "tag", "gradesReleased", "submissionReview"));
            lineItem.needPositive("scoreMaximum");
            lineItem.text("label");
            lineItem.text("resourceId");
            lineItem.text("tag");
            lineItem.truth("gradesReleased");
            lineItem.object("submissionReview").ifPresent(review -> {
                review.knowsOnly(Set.of("reviewableStatus", "label", "url", "custom"));
                review.texts("reviewableStatus").stream()
                        .filter(status -> !PROGRESS.contains(status))
                        .forEach(status -> review.fault("reviewableStatus", "is no activity progress: " + status));
                review.address("url");
                review.textMap("custom");
            });
        });
    }

    private static void picture(Sent item, String name) {
        item.object(name).ifPresent(picture -> {
            picture.knowsOnly(PICTURE);
            picture.needAddress("url");
            picture.positive("width");
            picture.positive("height");
        });
    }

    private static void span(Sent item, String name) {
        item.object(name).ifPresent(span -> {
            span.knowsOnly(SPAN);
            Times.iso(span, "startDateTime");
            Times.iso(span, "endDateTime");
        });
    }
}
