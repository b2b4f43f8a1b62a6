package org.lectern.gateway.page;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.EmbeddedPlayer;
import org.lectern.gateway.library.Video;
import org.lectern.lti.refusal.LaunchSource;
import org.lectern.lti.registration.WebOrigin;

/**
 * Who may show a page in a frame, from where it may take media, and to whom it may post a form.
 *
 * @param ancestors platforms that may frame it; ourselves always
 * @param media origins of its videos, ourselves always
 * @param receivers origins that its forms go to, ourselves always
 * @param anybody whether every secure page, and every page of the reader's own machine, may frame it
 * @param hosts of another company whose player it shows, as sources of a policy; the first may bring scripts
 */
public record Framing(
        Set<FrameOrigin> ancestors,
        Set<WebOrigin> media,
        Set<WebOrigin> receivers,
        boolean anybody,
        List<String> hosts) {

    /** More would make the header larger than proxies let through (8 KiB for all headers is common). */
    private static final int MOST = 100;

    public Framing {
        ancestors = ancestors.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
        media = media.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
        receivers = Set.copyOf(receivers);
        hosts = List.copyOf(hosts);
    }

    /** By these, nobody else. */
    public Framing(Set<FrameOrigin> ancestors, Set<WebOrigin> media, Set<WebOrigin> receivers) {
        this(ancestors, media, receivers, false, List.of());
    }

    /**
     * By anybody: for pages that a platform opens before it is registered, often under a school's own name that nothing tells
     * beforehand. Only for pages in which a tricked click gains nothing (docs/decisions/0018).
     */
    public static Framing byAnybody() {
        return new Framing(Set.of(), Set.of(), Set.of(), true, List.of());
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
                platforms.stream()
                        .flatMap(platform -> platform.ancestors().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                Set.of(),
                Set.of());
    }

    /**
     * For an answer to somebody we know nothing about but perhaps where they say they come from: by the registered platforms that fits,
     * else by any registered platform. To nobody at all would leave a blank frame where the recovery page should explain what to do; that page
     * knows nobody and changes nothing, so there is nothing in it to trick a click out of. For the same reason it is everybody where there
     * are more of them than a header can name: whoever was left out would see the blank frame.
     */
    public static Framing unknown(Collection<Tenant> tenants, LaunchSource from) {
        List<Platform> all =
                tenants.stream().flatMap(tenant -> tenant.platforms().stream()).toList();
        List<Platform> ofIssuer = fitting(
                all, from.issuer(), (platform, said) -> platform.issuer().equals(said));
        List<Platform> ofClient = fitting(
                ofIssuer,
                from.clientId(),
                (platform, said) -> platform.clientId().equals(said));
        List<Platform> meant = fitting(
                ofClient,
                from.deploymentId(),
                (platform, said) -> platform.deploymentIds().contains(said));
        long named = meant.stream()
                .flatMap(platform -> platform.ancestors().stream())
                .distinct()
                .count();
        return named > MOST ? byAnybody() : by(meant);
    }

    /** The same, where nothing is said. */
    public static Framing unknown(Collection<Tenant> tenants) {
        return unknown(tenants, LaunchSource.UNKNOWN);
    }

    private static List<Platform> fitting(
            List<Platform> all, Optional<String> said, BiPredicate<Platform, String> fits) {
        List<Platform> found = said.stream()
                .flatMap(one -> all.stream().filter(platform -> fits.test(platform, one)))
                .toList();
        return found.isEmpty() ? all : found;
    }

    /** For the page behind a reload, which knows a tenant only by the name in its address: by that one's platforms, else by any. */
    static Framing named(Collection<Tenant> tenants, String id) {
        List<Tenant> meant = tenants.stream()
                .filter(tenant -> tenant.id().value().equals(id))
                .toList();
        return unknown(meant.isEmpty() ? tenants : meant);
    }

    /** The same, showing media from there, too. */
    public Framing playing(Set<WebOrigin> origins) {
        Set<WebOrigin> all = new LinkedHashSet<>(media);
        all.addAll(origins);
        return new Framing(ancestors, all, receivers, anybody, hosts);
    }

    /** The same, showing these entries. */
    public Framing playing(List<Video> entries) {
        return playing(entries.stream()
                .flatMap(entry -> entry.source().address().stream())
                .flatMap(url -> WebOrigin.of(url.normalize()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The same, showing another company's player, whose script runs in it and writes styles into it. */
    public Framing embedding(EmbeddedPlayer player) {
        return new Framing(ancestors, media, receivers, anybody, player.hosts());
    }

    /** The same, posting a form there. */
    public Framing posting(WebOrigin receiver) {
        return new Framing(ancestors, media, Set.of(receiver), anybody, hosts);
    }
}
