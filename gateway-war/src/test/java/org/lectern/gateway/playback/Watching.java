package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Dialect;
import org.lectern.config.lrs.LrsCredentials;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.MediaEntry;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.TextTrack;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.LearnerSession;

/** Who watches what in these tests: student 20417 of Acme, an entry of 124.3 s, completed at 95 percent. */
final class Watching {

    static final Instant LAUNCH = Instant.parse("2026-03-02T08:59:00Z");
    static final MediaEntry INTRO = new MediaEntry(
            "intro",
            "Introduction",
            Optional.of(URI.create("https://cdn.acme.example/intro.mp4")),
            Optional.empty(),
            Optional.empty(),
            Optional.of("en"),
            Map.of());

    private Watching() {}

    static Tenant tenant(String id, ProgressPolicy progress) {
        Destination lrs = new Destination(
                "lrs",
                URI.create("https://lrs.example/xapi/"),
                new LrsCredentials.Bearer("x"),
                "1.0.3",
                Dialect.STANDARD,
                List.of("video-profile"),
                false,
                1);
        return new Tenant(
                new TenantId(id),
                "Acme University",
                List.of(),
                List.of(lrs),
                List.of(INTRO),
                progress,
                new BigDecimal("0.95"),
                ActorPolicy.PSEUDONYM,
                Duration.ofDays(30),
                Map.of());
    }

    static LearnerSession session(TenantId tenant, String learner) {
        return new LearnerSession(
                UUID.randomUUID(),
                tenant,
                "moodle",
                learner,
                new Actor(
                        Optional.empty(), new ActorIdentity.Account(URI.create("https://video.example.edu"), learner)),
                LearnerSession.Role.LEARNER,
                Optional.of(new LearnerSession.Course("42", "Physics")),
                Optional.of("7"),
                Optional.of("intro"),
                "en",
                LAUNCH.plus(Duration.ofHours(8)),
                LAUNCH.plus(Duration.ofDays(7)));
    }

    static Scene scene(Tenant tenant, LearnerSession session) {
        return Scene.of(LIBRARY, tenant, session, Video.declared(INTRO));
    }

    static Circumstances circumstances(ProgressPolicy progress) {
        Tenant tenant = tenant("acme", progress);
        return scene(tenant, session(tenant.id(), "u-20417")).circumstances(UUID.randomUUID(), UUID.randomUUID());
    }

    /** The same at a live stream. */
    static Circumstances live() {
        Circumstances recorded = circumstances(new ProgressPolicy.Milestones());
        Entry entry = recorded.entry();
        return new Circumstances(
                recorded.context(),
                recorded.playback(),
                recorded.registration(),
                new Entry(entry.id(), entry.title(), entry.language(), true),
                recorded.declaredLength(),
                recorded.threshold(),
                recorded.progress());
    }

    /** The library's twin: every institution has {@link #INTRO}. */
    static final Library LIBRARY = new Library() {
        @Override
        public List<Video> declared(Tenant tenant) {
            return List.of(Video.declared(INTRO));
        }

        @Override
        public Optional<Video> find(Tenant tenant, String media) {
            return tenant.media(media).map(Video::declared);
        }

        @Override
        public Optional<Video> open(Tenant tenant, LearnerSession session, String media) {
            return find(tenant, media);
        }

        @Override
        public Site site(Tenant tenant) {
            return new Site(
                    URI.create("https://video.example.edu/" + tenant.id()),
                    tenant.name(),
                    "https://video.example.edu/xapi/ext/");
        }

        @Override
        public Entry entry(Tenant tenant, Video media) {
            return new Entry(
                    URI.create(site(tenant).home() + "/media/t/" + media.id()), media.title(), media.language());
        }

        @Override
        public Optional<Category> gallery(Tenant tenant, LearnerSession session) {
            return Optional.empty();
        }

        @Override
        public List<TextTrack> tracks(Tenant tenant, Video video) {
            return List.of();
        }

        @Override
        public URI link(LearnerSession session, Video media) {
            return URI.create("/media/" + media.id());
        }
    };
}
