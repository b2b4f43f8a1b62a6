package org.lectern.gateway.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.Site;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.session.LearnerSession;

/**
 * An institution's whole library: the videos that its configuration declares, and its own in the database, the ones in use remembered
 * for seconds: every report of every player asks. Bounded. Safe for any thread.
 */
@ApplicationScoped
public class InstitutionLibrary implements Library {

    /** After this long another node's change is seen. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 20_000;

    private final FileLibrary declared;
    private final Jdbi jdbi;
    private final Rights rights;
    private final TextTracks tracks;
    private final Cache<Key, Optional<Video>> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    private record Key(TenantId tenant, String media) {}

    @Inject
    public InstitutionLibrary(FileLibrary declared, Jdbi jdbi, Rights rights, TextTracks tracks) {
        this.declared = declared;
        this.jdbi = jdbi;
        this.rights = rights;
        this.tracks = tracks;
    }

    protected InstitutionLibrary() { // CDI proxy
        this(null, null, null, null);
    }

    @Override
    public List<Video> declared(Tenant tenant) {
        return declared.declared(tenant);
    }

    @Override
    public Optional<Video> find(Tenant tenant, String media) {
        Optional<Video> byFile = declared.find(tenant, media);
        return byFile.isPresent() ? byFile : remembered.get(new Key(tenant.id(), media), this::read);
    }

    @Override
    public Optional<Video> open(Tenant tenant, LearnerSession session, String media) {
        return find(tenant, media)
                .filter(video ->
                        video.state() != Video.State.PRIVATE || rights.mayEdit(tenant.id(), session, video.id()));
    }

    @Override
    public Site site(Tenant tenant) {
        return declared.site(tenant);
    }

    @Override
    public Entry entry(Tenant tenant, Video media) {
        return declared.entry(tenant, media);
    }

    @Override
    public Optional<Category> gallery(Tenant tenant, LearnerSession session) {
        return declared.gallery(tenant, session);
    }

    @Override
    public List<TextTrack> tracks(Tenant tenant, Video video) {
        return video.owner().isEmpty() ? declared.tracks(tenant, video) : tracks.of(tenant.id(), video.id());
    }

    @Override
    public URI link(LearnerSession session, Video media) {
        return declared.link(session, media);
    }

    /** Forgets what is remembered of it, since it changed. Waits for a reading of it that is under way. */
    void forget(TenantId tenant, String media) {
        remembered.invalidate(new Key(tenant, media));
    }

    private Optional<Video> read(Key key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from video where tenant = :tenant and id = :id and deleted is null")
                .bind("tenant", key.tenant().value())
                .bind("id", key.media())
                .map(VideoRow.MAPPER)
                .findOne()
                .map(VideoRow::video));
    }
}
