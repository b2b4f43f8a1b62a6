package org.lectern.gateway.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.deeplink.DeepLinkingSettings;
import org.lectern.lti.deeplink.NewLineItem;
import org.lectern.lti.deeplink.Picture;
import org.lectern.lti.deeplink.ResourceLinkItem;
import org.lectern.lti.grade.ActivityProgress;
import org.lectern.lti.grade.SubmissionReview;
import org.lectern.lti.launch.CopyHistory;

/**
 * Makes links of what was chosen. A link carries all it needs to open in custom parameters of its own, so that a copy of it in another
 * course works without anything being known here. Safe for any thread.
 */
@ApplicationScoped
public class LinkItems {

    private static final String LAUNCH_PATH = "/lti/launch";
    private static final BigDecimal BEST_SCORE = BigDecimal.valueOf(100);
    private static final String NEW_WINDOW = "_blank";
    private static final String MEDIA = "media";
    private static final List<ActivityProgress> REVIEWABLE =
            List.of(ActivityProgress.IN_PROGRESS, ActivityProgress.COMPLETED);

    /** Where the frame's size is ours to wish: the video as wide as most course pages, and the title under it. */
    private static final int FRAME_WIDTH = 900;

    private static final int FRAME_HEIGHT = 600;

    private final Library library;
    private final BaseUrl base;
    private final MediaLinks links;

    @Inject
    public LinkItems(Library library, BaseUrl base, MediaLinks links) {
        this.library = library;
        this.base = base;
        this.links = links;
    }

    protected LinkItems() { // CDI proxy
        this(null, null, null);
    }

    /**
     * The links of a choice.
     *
     * @throws Problem 422, named: a video that is not the tenant's, or something that the platform does not take
     */
    List<ResourceLinkItem> of(
            Tenant tenant, LearnerSession session, DeepLinkingSettings settings, List<Choice.Pick> picks) {
        if (!picks.isEmpty() && !settings.acceptsResourceLinks()) {
            throw unfit("links_not_taken", "The platform takes no links at this place. Nothing was added.");
        }
        if (picks.size() > 1 && !settings.acceptMultiple()) {
            throw unfit("only_one", "The platform takes one video at a time. Choose one.");
        }
        return picks.stream().map(pick -> item(tenant, session, settings, pick)).toList();
    }

    private ResourceLinkItem item(
            Tenant tenant, LearnerSession session, DeepLinkingSettings settings, Choice.Pick pick) {
        Video media = library.open(tenant, session, pick.media())
                .orElseThrow(() ->
                        unfit("media_unknown", "A chosen video is not in your library any more. Open the page again."));
        if (media.state() == Video.State.PRIVATE) {
            throw unfit("media_private", "A private video cannot be watched by others. Set it to unlisted first.");
        }
        ResourceLinkItem link = ResourceLinkItem.to(base.at(LAUNCH_PATH))
                .titled(title(pick, media))
                .described(pick.text().orElse(""))
                .icon(new Picture(base.at(IconResource.PATH), IconResource.SIZE, IconResource.SIZE))
                .carrying(MEDIA, media.id())
                .carrying(CopyHistory.COURSES, CopyHistory.COURSES_VARIABLE)
                .carrying(CopyHistory.LINKS, CopyHistory.LINKS_VARIABLE);
        ResourceLinkItem pictured = media.poster().isEmpty()
                ? link
                : link.thumbnail(new Picture(
                        base.at(links.thumbnail(tenant.id(), media.id()).toString())));
        ResourceLinkItem placed = placed(pictured, settings, pick.window());
        return pick.grade()
                .map(grade -> graded(placed, settings, title(pick, media), media, grade))
                .orElse(placed);
    }

    private static ResourceLinkItem placed(ResourceLinkItem link, DeepLinkingSettings settings, boolean window) {
        if (!window) {
            return settings.showsInFrame() ? link.inFrame(FRAME_WIDTH, FRAME_HEIGHT) : link;
        }
        if (!settings.showsInWindow()) {
            throw unfit("window_not_taken", "The platform opens nothing in a new window here.");
        }
        return link.inWindow(NEW_WINDOW);
    }

    private static ResourceLinkItem graded(
            ResourceLinkItem link, DeepLinkingSettings settings, String title, Video media, Choice.Grade grade) {
        if (media.source().isLive()) {
            throw unfit(
                    "live_not_graded", "A live stream has no length, so no share and no grade. Add it without one.");
        }
        if (!settings.mayBeGraded()) {
            throw unfit("grade_not_taken", "The platform takes no grades at this place. Choose the video without one.");
        }
        String word = grade.name().toLowerCase(Locale.ROOT);
        NewLineItem column = new NewLineItem(title, BEST_SCORE, Optional.of(media.id()), Optional.of(word));
        // Some platforms send a review the link's parameters, some only these.
        SubmissionReview review = new SubmissionReview(REVIEWABLE, Map.of(MEDIA, media.id()));
        return link.carrying("grade", word).graded(column.reviewed(review));
    }

    private static String title(Choice.Pick pick, Video media) {
        return pick.title().orElse(media.title());
    }

    private static Problem unfit(String code, String detail) {
        return new Problem(422, "deep_link." + code, detail);
    }
}
