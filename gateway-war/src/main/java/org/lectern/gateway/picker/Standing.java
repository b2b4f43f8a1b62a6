package org.lectern.gateway.picker;

import java.time.Instant;
import java.util.Locale;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.deeplink.DeepLinkingSettings;

/** What somebody can do with a request; the page has words for each. */
enum Standing {
    /** Choose and send. */
    OPEN,
    /** Only go back: they do not teach here. */
    LEARNER,
    /** Only go back: the platform takes no links at this place. */
    NO_LINKS,
    /** Nothing more: it was answered. */
    ANSWERED,
    /** Nothing more: the time is over. */
    OVER;

    static Standing of(LearnerSession session, DeepLinkRequest request, Instant now) {
        if (request.settings().isEmpty()) {
            return ANSWERED;
        }
        if (!now.isBefore(request.expires())) {
            return OVER;
        }
        if (session.role() == LearnerSession.Role.LEARNER) {
            return LEARNER;
        }
        return request.settings()
                        .filter(DeepLinkingSettings::acceptsResourceLinks)
                        .isPresent()
                ? OPEN
                : NO_LINKS;
    }

    /** Whether the platform may still be told something, if only that nothing was chosen. */
    boolean answerable() {
        return this != ANSWERED && this != OVER;
    }

    /** Its name in the page's JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
