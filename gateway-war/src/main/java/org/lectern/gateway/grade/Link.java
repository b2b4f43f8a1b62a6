package org.lectern.gateway.grade;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.grade.GradeSettings.Grading;
import org.lectern.lti.grade.GradeScopes;
import org.lectern.lti.launch.GradeService;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.ResourceLink;
import org.lectern.lti.launch.ToolPlatform;

/**
 * A link of a course as its last launch told of it.
 *
 * @param key whose and which
 * @param media the video it opens; empty for a gallery, which has no grade
 * @param title for people
 * @param lineItems where the course's line items are
 * @param lineItem the link's own
 * @param made whether we made or found it, since launches do not name it
 * @param scopes what the platform lets us do
 * @param mode what its grade stands for
 * @param family the platform's product, such as {@code canvas}
 */
record Link(
        Key key,
        Optional<String> media,
        String title,
        Optional<URI> lineItems,
        Optional<URI> lineItem,
        boolean made,
        Set<String> scopes,
        Mode mode,
        Optional<String> family) {

    private static final String CUSTOM = "grade";
    private static final int LONGEST_TITLE = 200;

    Link {
        scopes = Set.copyOf(scopes);
    }

    /** One tenant's, one platform's. */
    record Key(TenantId tenant, String platform, String link) {}

    /** What a launch tells; empty when it names no gradebook. */
    static Optional<Link> told(Key key, Optional<String> media, Launch launch, Grading grading) {
        return launch.grades()
                .map(service -> new Link(
                        key,
                        media,
                        title(launch, media),
                        service.lineItems(),
                        service.lineItem(),
                        false,
                        service.scopes().stream()
                                .filter(scope ->
                                        !scope.isEmpty() && scope.chars().noneMatch(Character::isWhitespace))
                                .collect(Collectors.toSet()),
                        media.isEmpty() ? Mode.NONE : mode(launch.custom().get(CUSTOM), service, grading),
                        launch.platform().flatMap(ToolPlatform::productFamilyCode)));
    }

    /** The same without a gradebook: the platform has taken it away. */
    Link withoutGradebook() {
        return new Link(key, media, title, Optional.empty(), Optional.empty(), false, Set.of(), Mode.NONE, family);
    }

    /** The same with a line item that no launch names. */
    Link making(URI item) {
        return new Link(key, media, title, lineItems, Optional.of(item), true, scopes, mode, family);
    }

    /** What a launch told, and what we had made before if the launch names nothing else. */
    Link after(Link known) {
        return lineItem.isEmpty() && lineItems.isPresent() && known.made()
                ? making(known.lineItem().orElseThrow())
                : this;
    }

    boolean mayMakeLineItem() {
        return lineItems.isPresent() && scopes.contains(GradeScopes.LINE_ITEM);
    }

    static Mode mode(String told, GradeService service, Grading grading) {
        boolean makes = service.lineItems().isPresent() && service.scopes().contains(GradeScopes.LINE_ITEM);
        boolean graded = service.lineItem().isPresent();
        if (grading == Grading.OFF || !service.scopes().contains(GradeScopes.SCORE) || !graded && !makes) {
            return Mode.NONE;
        } else if ("share".equals(told)) {
            return Mode.SHARE;
        } else if ("completion".equals(told)) {
            return Mode.COMPLETION;
        } else if (!graded || "none".equals(told)) {
            return Mode.NONE;
        }
        return grading == Grading.COMPLETION ? Mode.COMPLETION : Mode.SHARE;
    }

    private static String title(Launch launch, Optional<String> media) {
        String title = launch.resourceLink()
                .flatMap(ResourceLink::title)
                .or(() -> media)
                .orElse("Lectern");
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
