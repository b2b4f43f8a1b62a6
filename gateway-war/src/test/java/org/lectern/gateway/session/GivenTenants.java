package org.lectern.gateway.session;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.MediaEntry;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;

/** Institutions in memory, that come and go as a test says. Safe for any thread. */
public final class GivenTenants implements Tenants {

    private final Map<TenantId, Tenant> known = new LinkedHashMap<>();

    /** Of these. */
    public static GivenTenants of(Tenant... tenants) {
        GivenTenants given = new GivenTenants();
        for (Tenant tenant : tenants) {
            given.known.put(tenant.id(), tenant);
        }
        return given;
    }

    /** A tenant at the practice platform, told apart by its deployment. */
    public static Tenant tenant(String id, String deployment, ActorPolicy actor, MediaEntry... media) {
        String issuer = "https://lms.example.edu";
        Platform platform = new Platform(
                "practice",
                issuer,
                "client-1",
                Set.of(deployment),
                URI.create(issuer + "/auth"),
                URI.create(issuer + "/token"),
                issuer + "/token",
                URI.create(issuer + "/jwks"));
        return with(id, platform, actor, media);
    }

    /** A tenant at that platform. */
    public static Tenant with(String id, Platform platform) {
        return with(id, platform, ActorPolicy.PSEUDONYM);
    }

    private static Tenant with(String id, Platform platform, ActorPolicy actor, MediaEntry... media) {
        return new Tenant(
                new TenantId(id),
                "University of " + id,
                List.of(platform),
                List.of(),
                List.of(media),
                new ProgressPolicy.Milestones(),
                new BigDecimal("0.95"),
                actor,
                Duration.ofDays(30),
                Map.of());
    }

    /** Acme, known by {@code deployment-1}. */
    public static Tenant acme(MediaEntry... media) {
        return tenant("acme", "deployment-1", ActorPolicy.PSEUDONYM, media);
    }

    /** A video at another host. */
    public static MediaEntry remote(String id, String title) {
        return new MediaEntry(
                id,
                title,
                Optional.of(URI.create("https://cdn.example.net/" + id + ".mp4")),
                Optional.empty(),
                Optional.of(new BigDecimal("124.3")),
                Optional.of("en"),
                Map.of());
    }

    /** A live stream at another host. */
    public static MediaEntry live(String id, String title) {
        return new MediaEntry(
                id,
                title,
                Optional.of(URI.create("https://cdn.example.net/" + id + ".m3u8")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Map.of());
    }

    /** Takes an institution away. */
    public synchronized void remove(String id) {
        known.remove(new TenantId(id));
    }

    @Override
    public synchronized List<Tenant> all() {
        return List.copyOf(known.values());
    }

    @Override
    public synchronized Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(known.get(id));
    }
}
