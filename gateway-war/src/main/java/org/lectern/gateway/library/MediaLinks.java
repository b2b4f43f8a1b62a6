package org.lectern.gateway.library;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.lectern.config.secret.KeyedHash;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/**
 * Links to a tenant's files, since a video element sends no bearer token: signed, for one entry and one session, and for some
 * hours only. A thumbnail's is for whoever has it and for years: a platform keeps it beside a link in a course. Safe for any thread.
 */
public final class MediaLinks {

    private static final String PURPOSE = "media link";

    /** Keys of its own: no signature for one purpose is good for another. */
    private static final String THUMBNAIL = "thumbnail link";

    private final MasterKey masterKey;
    private final Duration lifetime;
    private final Clock clock;

    public MediaLinks(MasterKey masterKey, Duration lifetime, Clock clock) {
        this.masterKey = masterKey;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** The link to the entry's video, relative to this server. */
    public URI video(LearnerSession session, String media) {
        return URI.create(path(session, media) + query(session, media));
    }

    /** The link to the entry's captions in a language. */
    public URI captions(LearnerSession session, String media, String language) {
        return URI.create(path(session, media) + "/captions/" + segment(language) + ".vtt" + query(session, media));
    }

    /** The link to text that runs along the entry, as an editor uploaded it. */
    public URI track(LearnerSession session, String media, TextTrack track) {
        return URI.create(path(session, media) + "/tracks/" + track.kind().word() + "/" + segment(track.language())
                + ".vtt" + query(session, media));
    }

    /** The link to the entry's still picture. */
    public URI poster(LearnerSession session, Video video) {
        return URI.create(path(session, video.id()) + "/poster" + query(session, video.id()));
    }

    /** The link to the entry's still picture that never ends, relative to this server; it names nobody. */
    public URI thumbnail(TenantId tenant, String media) {
        return URI.create(path(tenant, media) + "/thumbnail?signature=" + thumbnailSignature(tenant, media));
    }

    /**
     * Lets a request through whose link to a thumbnail we made for this tenant's entry.
     *
     * @throws Problem 403 {@code media.link_invalid}
     */
    void checkThumbnail(TenantId tenant, String media, String signature) {
        if (signature == null || !same(signature, thumbnailSignature(tenant, media))) {
            throw new Problem(
                    403, "media.link_invalid", "This link was not made here. Add the video to the course anew.");
        }
    }

    /**
     * Lets a request through whose link we made for this tenant's entry and which is not over.
     *
     * @throws Problem 403 {@code media.link_invalid} or {@code media.link_expired}
     */
    public void check(TenantId tenant, String media, String session, String expires, String signature) {
        if (session == null
                || expires == null
                || signature == null
                || !same(signature, signature(tenant, media, session, expires))) {
            throw new Problem(
                    403, "media.link_invalid", "This link was not made here. Open the activity again from the course.");
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)))) {
            throw new Problem(403, "media.link_expired", "This link is over. Open the activity again from the course.");
        }
    }

    private String query(LearnerSession session, String media) {
        UUID id = session.id();
        String expires = Long.toString(clock.instant().plus(lifetime).getEpochSecond());
        String signature = signature(session.tenant(), media, id.toString(), expires);
        return "?session=" + id + "&expires=" + expires + "&signature=" + signature;
    }

    private String signature(TenantId tenant, String media, String session, String expires) {
        return KeyedHash.of(masterKey, tenant, PURPOSE).hex(media, session, expires);
    }

    private String thumbnailSignature(TenantId tenant, String media) {
        return KeyedHash.of(masterKey, tenant, THUMBNAIL).hex(media);
    }

    /** In constant time, so that nobody can find a signature out digit by digit. */
    private static boolean same(String presented, String right) {
        return MessageDigest.isEqual(
                presented.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static String path(LearnerSession session, String media) {
        return path(session.tenant(), media);
    }

    private static String path(TenantId tenant, String media) {
        return "/media/" + tenant.value() + "/" + segment(media);
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
