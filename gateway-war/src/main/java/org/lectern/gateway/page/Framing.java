package org.lectern.gateway.page;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Video;
import org.lectern.lti.registration.WebOrigin;

/**
 * Who may show a page in a frame, from where it may take media, and to whom it may post a form.
 *
 * @param ancestors platforms that may frame it; ourselves always
 * @param media origins of its videos, ourselves always
 * @param receivers origins that its forms go to, ourselves always
 * @param anybody whether every secure page, and every page of the reader's own machine, may frame it
 */
public record Framing(Set<WebOrigin> ancestors, Set<WebOrigin> media, Set<WebOrigin> receivers, boolean anybody) {

    /** More would make the header larger than proxies let through (8 KiB for all headers is common). */
    private static final int MOST = 100;

    public Framing {
        ancestors = ancestors.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
        media = media.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
        receivers = Set.copyOf(receivers);
    }

    /** By these, nobody else. */
    public Framing(Set<WebOrigin> ancestors, Set<WebOrigin> media, Set<WebOrigin> receivers) {
        this(ancestors, media, receivers, false);
    }

    /**
     * By anybody: for pages that a platform opens before it is registered, often under a school's own name that nothing tells
     * beforehand. Only for pages in which a tricked click gains nothing (docs/decisions/0018).
     */
    public static Framing byAnybody() {
        return new Framing(Set.of(), Set.of(), Set.of(), true);
    }

    /** By the platform a session came from; taken away platforms may frame nothing. */
    public static Framing by(Tenant tenant, String platform) {
        return by(tenant.platforms().stream()
                .filter(known -> known.name().equals(platform))
                .toList());
    }

    /** By any of these platforms. */
    public static Framing by(Collection<Platform> platforms) {
        return new Framing(
                platforms.stream().flatMap(Framing::origins).collect(Collectors.toCollection(LinkedHashSet::new)),
                Set.of(),
                Set.of());
    }

    /**
     * For an answer to somebody we know nothing about but perhaps an issuer: by its registered platforms, else by any registered
     * platform. To nobody at all would leave a blank frame where the recovery page should explain what to do; that page knows
     * nobody and changes nothing, so there is nothing in it to trick a click out of.
     */
    public static Framing unknown(Collection<Tenant> tenants, java.util.Optional<String> issuer) {
        Collection<Platform> all =
                tenants.stream().flatMap(tenant -> tenant.platforms().stream()).toList();
        Collection<Platform> meant = all.stream()
                .filter(platform -> issuer.filter(platform.issuer()::equals).isPresent())
                .toList();
        return by(meant.isEmpty() ? all : meant);
    }

    /** For the page behind a reload, which knows a tenant only by the name in its address: by that one's platforms, else by any. */
    public static Framing named(Collection<Tenant> tenants, String id) {
        List<Tenant> meant = tenants.stream()
                .filter(tenant -> tenant.id().value().equals(id))
                .toList();
        return unknown(meant.isEmpty() ? tenants : meant, java.util.Optional.empty());
    }

    /** The same, showing media from there, too. */
    public Framing playing(Set<WebOrigin> origins) {
        Set<WebOrigin> all = new LinkedHashSet<>(media);
        all.addAll(origins);
        return new Framing(ancestors, all, receivers, anybody);
    }

    /** The same, showing these entries. */
    public Framing playing(List<Video> entries) {
        return playing(entries.stream()
                .flatMap(entry -> entry.source().address().stream())
                .flatMap(url -> WebOrigin.of(url.normalize()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The same, posting a form there. */
    public Framing posting(WebOrigin receiver) {
        return new Framing(ancestors, media, Set.of(receiver), anybody);
    }

    /** Platforms frame us from the host people sign in at, which often is the issuer and not the login endpoint. */
    private static Stream<WebOrigin> origins(Platform platform) {
        return Stream.concat(WebOrigin.of(platform.authorizationUrl()).stream(), issuer(platform.issuer()));
    }

    private static Stream<WebOrigin> issuer(String issuer) {
        try {
            return WebOrigin.of(new java.net.URI(issuer)).stream();
        } catch (java.net.URISyntaxException noAddress) {
            return Stream.empty(); // an issuer is any text
        }
    }
}
