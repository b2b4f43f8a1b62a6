package org.lectern.gateway.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.lti.registration.WebOrigin;

/** The headers that tell browsers what a page may do and who may frame it (CSP level 3). */
final class ContentSecurity {

    private static final String SELF = "'self'";
    private static final String ANYBODY = " https: http://localhost:* http://127.0.0.1:* http://*.localhost:*";

    private ContentSecurity() {}

    static Map<String, String> headers(Framing framing, String nonce) {
        return Map.of(
                "Content-Security-Policy",
                policy(framing, nonce),
                "X-Content-Type-Options",
                "nosniff",
                "Referrer-Policy",
                "no-referrer",
                "Permissions-Policy",
                "autoplay=(self), fullscreen=(self), picture-in-picture=(self), camera=(), microphone=(), geolocation=(),"
                        + " payment=(), usb=()",
                "Cache-Control",
                "no-store");
    }

    /**
     * {@code connect-src} and {@code worker-src}: the player reads adaptive streams by itself and unpacks them in a worker. A video's address may
     * lead on, by a redirection or a playlist, to hosts that nobody can know beforehand: any secure one, as for pictures. Other companies'
     * players write their styles into the page, so that one page lets them; a nonce there would take that back.
     */
    static String policy(Framing framing, String nonce) {
        String script = "'nonce-" + nonce + "'";
        boolean embeds = !framing.hosts().isEmpty();
        String hosts = embeds ? " " + String.join(" ", framing.hosts()) : "";
        String scripts = embeds ? " " + framing.hosts().get(0) : "";
        return Stream.of(
                        "default-src 'none'",
                        "script-src " + script + " " + SELF + scripts,
                        "style-src " + SELF + (embeds ? " 'unsafe-inline'" + hosts : " " + script),
                        "img-src 'self' data: https:" + scripts,
                        "media-src 'self' blob:" + media(framing) + hosts,
                        "connect-src 'self'" + media(framing) + hosts,
                        "worker-src 'self' blob:",
                        "font-src 'self' data:" + hosts,
                        "form-action 'self'" + list(framing.receivers()),
                        "base-uri 'none'",
                        "object-src 'none'",
                        "frame-ancestors 'self'" + (framing.anybody() ? ANYBODY : list(framing.ancestors())))
                .collect(Collectors.joining("; "));
    }

    private static String media(Framing framing) {
        List<WebOrigin> insecure =
                framing.media().stream().filter(origin -> !origin.secure()).toList();
        return framing.media().isEmpty() ? "" : list(insecure) + " https:";
    }

    private static String list(Collection<?> origins) {
        List<String> texts = origins.stream().map(Object::toString).sorted().toList();
        return texts.isEmpty() ? "" : " " + String.join(" ", texts);
    }
}
