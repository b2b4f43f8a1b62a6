package org.lectern.lti.deeplink;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lectern.lti.registration.WebOrigin;

/**
 * A link that a platform is to put into a course (Deep Linking 2.0 §3.1, type {@code ltiResourceLink}): {@code
 * ResourceLinkItem.to(url).titled("Lecture 1").carrying("media", "intro").graded(column)}. Immutable; what is not given
 * is not in the answer. Titles and texts become plain, and are cut to what platforms keep.
 */
public final class ResourceLinkItem {
    /** Its type among content items. */
    public static final String TYPE = "ltiResourceLink";

    /** Moodle keeps 255 characters of a name. */
    static final int TITLE_LIMIT = 250;

    private static final int TEXT_LIMIT = 4000;
    private static final int CUSTOM_LIMIT = 1024;

    private final Map<String, Object> claim;

    private ResourceLinkItem(Map<String, Object> claim) {
        this.claim = Collections.unmodifiableMap(claim);
    }

    /** A link to this address of the tool, which a launch names as its target. */
    public static ResourceLinkItem to(URI url) {
        if (WebOrigin.of(url).isEmpty()) {
            throw new IllegalArgumentException("a link needs an absolute web address");
        }
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("type", TYPE);
        claim.put("url", url.toString());
        return new ResourceLinkItem(claim);
    }

    /** Its name in the course; without anything to read in it, the link has none. */
    public ResourceLinkItem titled(String title) {
        return withText("title", PlainText.line(title, TITLE_LIMIT));
    }

    /** What the course says about it, in lines of plain text. */
    public ResourceLinkItem described(String text) {
        return withText("text", PlainText.lines(text, TEXT_LIMIT));
    }

    public ResourceLinkItem icon(Picture icon) {
        return with("icon", icon.claim());
    }

    public ResourceLinkItem thumbnail(Picture thumbnail) {
        return with("thumbnail", thumbnail.claim());
    }

    /**
     * A custom parameter of every launch of the link, also of its copies in other courses. The platform fills in
     * variables such as {@code $Context.id.history}. It comes back through people's hands: no secret, no proof.
     */
    public ResourceLinkItem carrying(String name, String value) {
        if (!name.matches("[a-z0-9_]{1,64}") || value.length() > CUSTOM_LIMIT) {
            throw new IllegalArgumentException("a custom parameter needs a name of small letters, digits and _, and a"
                    + " value of at most " + CUSTOM_LIMIT + " characters: " + name);
        }
        Map<String, Object> custom = new LinkedHashMap<>();
        if (claim.get("custom") instanceof Map<?, ?> given) {
            given.forEach((key, kept) -> custom.put(key.toString(), kept));
        }
        custom.put(name, value);
        return with("custom", custom);
    }

    public ResourceLinkItem graded(NewLineItem column) {
        return with("lineItem", column.claim());
    }

    /** In a frame of the course page, of this size in pixels. */
    public ResourceLinkItem inFrame(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a frame is at least one pixel wide and high");
        }
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("width", width);
        frame.put("height", height);
        return with("iframe", frame);
    }

    /** In a window or tab of its own; platforms use the same one again for the same name. */
    public ResourceLinkItem inWindow(String name) {
        return with("window", Map.of("targetName", name));
    }

    /** When learners can open it. */
    public ResourceLinkItem available(TimeSpan span) {
        return with("available", span.claim());
    }

    /** When learners can work on it. */
    public ResourceLinkItem submission(TimeSpan span) {
        return with("submission", span.claim());
    }

    boolean graded() {
        return claim.containsKey("lineItem");
    }

    Map<String, Object> claim() {
        return claim;
    }

    private ResourceLinkItem withText(String name, String text) {
        if (!text.isEmpty()) {
            return with(name, text);
        }
        Map<String, Object> less = new LinkedHashMap<>(claim);
        less.remove(name);
        return new ResourceLinkItem(less);
    }

    private ResourceLinkItem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(claim);
        more.put(name, value);
        return new ResourceLinkItem(more);
    }
}
