package org.lectern.gateway.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.Site;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;

/**
 * The videos that institutions declare in their configuration, by file or by URL. What is said of an institution and of its entries in
 * every statement is put together once. Safe for any thread.
 */
@ApplicationScoped
@Typed(FileLibrary.class)
public class FileLibrary implements Library {

    /** Channel numbers stay exact in JavaScript and other double-precision readers. */
    private static final int NUMBER_BITS = 52;

    private final BaseUrl base;
    private final MediaLinks links;
    private final Map<Tenant, Told> told = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Of one institution; the galleries are those of the courses asked for most. */
    private record Told(
            Site site, Map<String, Video> videos, Map<String, Entry> entries, Cache<List<String>, Category> galleries) {

        private static final int MOST_GALLERIES = 2_000;

        static Told of(Site site, Map<String, Video> videos) {
            return new Told(
                    site,
                    videos,
                    new ConcurrentHashMap<>(),
                    Caffeine.newBuilder().maximumSize(MOST_GALLERIES).build());
        }
    }

    @Inject
    public FileLibrary(BaseUrl base, MediaLinks links) {
        this.base = base;
        this.links = links;
    }

    protected FileLibrary() { // CDI proxy
        this(null, null);
    }

    @Override
    public List<Video> declared(Tenant tenant) {
        return List.copyOf(told(tenant).videos().values());
    }

    @Override
    public Optional<Video> find(Tenant tenant, String media) {
        return Optional.ofNullable(told(tenant).videos().get(media));
    }

    @Override
    public Optional<Video> open(Tenant tenant, LearnerSession session, String media) {
        return find(tenant, media);
    }

    @Override
    public Site site(Tenant tenant) {
        return told(tenant).site();
    }

    @Override
    public Entry entry(Tenant tenant, Video media) {
        return media.owner().isPresent() // whose title may change
                ? entryOf(tenant, media)
                : told(tenant).entries().computeIfAbsent(media.id(), id -> entryOf(tenant, media));
    }

    private Told told(Tenant tenant) {
        return told.computeIfAbsent(tenant, fresh -> Told.of(siteOf(fresh), videosOf(fresh)));
    }

    private static Map<String, Video> videosOf(Tenant tenant) {
        Map<String, Video> videos = new LinkedHashMap<>();
        tenant.media().forEach(entry -> videos.put(entry.id(), Video.declared(entry)));
        return Collections.unmodifiableMap(videos);
    }

    private Site siteOf(Tenant tenant) {
        return new Site(
                base.at("/" + tenant.id()), tenant.name(), base.at("/xapi/ext/").toString());
    }

    private Entry entryOf(Tenant tenant, Video media) {
        return new Entry(
                below(tenant, "/media/t/" + MediaLinks.segment(media.id())),
                media.title(),
                media.language(),
                media.source().isLive());
    }

    @Override
    public Optional<Category> gallery(Tenant tenant, LearnerSession session) {
        return session.course()
                .map(course -> told(tenant)
                        .galleries()
                        .get(
                                List.of(session.platform(), course.id(), course.title()),
                                one -> galleryOf(tenant, session.platform(), course)));
    }

    private Category galleryOf(Tenant tenant, String platform, LearnerSession.Course course) {
        return new Category(
                below(tenant, "/default/channels/view/channelid/" + channel(platform, course.id())),
                course.title().isBlank() ? tenant.name() : course.title());
    }

    @Override
    public List<TextTrack> tracks(Tenant tenant, Video video) {
        return tenant.media(video.id())
                .map(entry -> entry.captions().keySet().stream()
                        .map(language -> new TextTrack(TextTrack.Kind.CAPTIONS, language))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public URI link(LearnerSession session, Video media) {
        return media.source().address().orElseGet(() -> links.video(session, media.id()));
    }

    private URI below(Tenant tenant, String path) {
        return base.at("/" + tenant.id() + path);
    }

    /** The same course has the same number for ever, on every node, without anything being stored. */
    static long channel(String platform, String course) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((platform + '\n' + course).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - NUMBER_BITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must have SHA-256", impossible);
        }
    }
}
