package org.lectern.lti.deeplink;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a platform takes as the answer to one deep linking request (Deep Linking 2.0 §4.4.1). {@code returnUrl} is https,
 * or http on this machine; it may be on any host, since it comes from the signed request alone and hosted platforms name
 * the institution's own. {@code acceptLineItem} is empty where the platform says nothing: then a line item does no harm.
 * {@code data} goes back unchanged.
 */
public record DeepLinkingSettings(
        URI returnUrl,
        List<String> acceptTypes,
        List<String> acceptMediaTypes,
        List<String> acceptPresentations,
        boolean acceptMultiple,
        Optional<Boolean> acceptLineItem,
        boolean autoCreate,
        Optional<String> title,
        Optional<String> text,
        Optional<String> data) {

    public DeepLinkingSettings {
        Objects.requireNonNull(returnUrl, "return URL");
        acceptTypes = List.copyOf(acceptTypes);
        acceptMediaTypes = List.copyOf(acceptMediaTypes);
        acceptPresentations = List.copyOf(acceptPresentations);
    }

    /** Whether it takes resource links, the only items this library makes. */
    public boolean acceptsResourceLinks() {
        return acceptTypes.contains(ResourceLinkItem.TYPE);
    }

    /** Whether a line item may come with a link; only a plain "no" means that it would be ignored. */
    public boolean mayBeGraded() {
        return acceptLineItem.orElse(true);
    }

    /** Whether it can show content in a frame. */
    public boolean showsInFrame() {
        return acceptPresentations.contains("iframe");
    }

    /** Whether it can show content in a window of its own. */
    public boolean showsInWindow() {
        return acceptPresentations.contains("window");
    }

    /** Without return address and data, which may hold the platform's session key. */
    @Override
    public String toString() {
        return "DeepLinkingSettings[acceptTypes=" + acceptTypes + ", acceptMultiple=" + acceptMultiple
                + ", acceptLineItem=" + acceptLineItem.map(String::valueOf).orElse("-") + "]";
    }
}
