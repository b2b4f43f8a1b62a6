package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.registration.WebOrigin;

/**
 * Writes an institution's own videos, always within the caller's transaction; when that commits, this node shows the change at once, and
 * others within {@link InstitutionLibrary#REMEMBERED}. Asks nobody for permission: {@link Rights} do. Safe for any thread.
 */
@ApplicationScoped
public class Catalogue {

    /** How long a deleted video can be had back. */
    public static final Duration GRACE = Duration.ofDays(30);

    private static final int ID_LENGTH = 16;

    /** No letters that are taken for digits, and no vowels that make words. */
    private static final String ID_LETTERS = "23456789bcdfghjkmnpqrstvwxz";

    private static final String INSERT = """
            insert into video (tenant, id, title, owner, language, duration_ms, poster, source, origin,
                created, changed, search)
            values (:tenant, :id, :title, :owner, :language, :duration, :poster, :source::jsonb, :origin,
                :now, :now, %s)
            """.formatted(SearchIndex.VECTOR);
    private static final String REWORD = """
            update video set title = :title, description = :description, tags = :tags, language = :language, changed = :now,
                search = %s
            where tenant = :tenant and id = :id and deleted is null
            """.formatted(SearchIndex.VECTOR);
    private static final String SHOWING = """
            update channel_video c set listed = v.state = 'published' and v.deleted is null from video v
            where c.tenant = :tenant and c.video = :id and v.tenant = c.tenant and v.id = c.video
            """;

    private final InstitutionLibrary library;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    public Catalogue(InstitutionLibrary library, SecureRandom random, Clock clock) {
        this.library = library;
        this.random = random;
        this.clock = clock;
    }

    protected Catalogue() { // CDI proxy
        this(null, null, null);
    }

    /**
     * A new video, private, owned by whoever's session it is.
     *
     * @throws org.lectern.gateway.problem.Problem 422, named, for a title or language that does not fit
     */
    public Video add(Handle transaction, Tenant tenant, LearnerSession by, NewVideo fresh) {
        Wording wording = new Wording(fresh.title(), "", List.of(), fresh.language());
        String id = freshId();
        Optional<Long> millis = fresh.duration().map(Catalogue::millis);
        SearchIndex.bind(transaction.createUpdate(INSERT), tenant.id(), wording)
                .bind("id", id)
                .bind("title", wording.title())
                .bind("owner", by.learnerKey())
                .bind("language", wording.language().orElse(null))
                .bind("duration", millis.orElse(null))
                .bind("poster", fresh.poster().orElse(null))
                .bind("source", SourceJson.text(fresh.source()))
                .bind(
                        "origin",
                        fresh.source()
                                .address()
                                .flatMap(WebOrigin::of)
                                .map(WebOrigin::toString)
                                .orElse(null))
                .bind("now", now())
                .execute();
        return new Video(
                id,
                wording.title(),
                "",
                List.of(),
                Video.State.PRIVATE,
                Optional.of(by.learnerKey()),
                millis.map(exact -> BigDecimal.valueOf(exact, 3)),
                wording.language(),
                fresh.poster().map(Poster.Stored::new),
                fresh.source());
    }

    /** Other words about it. Nothing happens to a deleted one. */
    public void reword(Handle transaction, TenantId tenant, String media, Wording wording) {
        SearchIndex.bind(transaction.createUpdate(REWORD), tenant, wording)
                .bind("id", media)
                .bind("title", wording.title())
                .bind("description", wording.description())
                .bindArray("tags", String.class, wording.tags())
                .bind("language", wording.language().orElse(null))
                .bind("now", now())
                .execute();
        changed(transaction, tenant, media);
    }

    /** Who finds it from now on. */
    public void show(Handle transaction, TenantId tenant, String media, Video.State state) {
        about(
                        transaction,
                        "update video set state = :state, changed = :now where tenant = :tenant and id = :id",
                        tenant,
                        media)
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("now", now())
                .execute();
        changed(transaction, tenant, media);
    }

    /** Takes it away from everybody; it can be had back until it is swept away. */
    public void delete(Handle transaction, TenantId tenant, String media) {
        about(
                        transaction,
                        "update video set deleted = :now where tenant = :tenant and id = :id and deleted is null",
                        tenant,
                        media)
                .bind("now", now())
                .execute();
        changed(transaction, tenant, media);
    }

    /** Has a deleted one back, as it was. */
    public void restore(Handle transaction, TenantId tenant, String media) {
        about(transaction, "update video set deleted = null where tenant = :tenant and id = :id", tenant, media)
                .execute();
        changed(transaction, tenant, media);
    }

    /** Forgets for good a video that was deleted before a time, any of them, so that one that cannot be forgotten holds up no other. */
    Optional<VideoForgotten> forget(Handle transaction, Instant deletedBefore) {
        return transaction
                .createQuery("""
                        delete from video where (tenant, id) in (select tenant, id from video where deleted < :before
                            order by random() limit 1 for update skip locked) returning *
                        """)
                .bind("before", deletedBefore.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new VideoForgotten(
                        new TenantId(row.getString("tenant")),
                        VideoRow.MAPPER.map(row, context).video()))
                .findOne();
    }

    private void changed(Handle transaction, TenantId tenant, String media) {
        about(transaction, SHOWING, tenant, media).execute();
        transaction.afterCommit(() -> library.forget(tenant, media));
        // Read within this transaction, it may be remembered as it never came to be.
        transaction.afterRollback(() -> library.forget(tenant, media));
    }

    private static Update about(Handle transaction, String sql, TenantId tenant, String media) {
        return transaction.createUpdate(sql).bind("tenant", tenant.value()).bind("id", media);
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static long millis(BigDecimal seconds) {
        return seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private String freshId() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        random.ints(ID_LENGTH, 0, ID_LETTERS.length()).forEach(at -> id.append(ID_LETTERS.charAt(at)));
        return id.toString();
    }

    /** How a video's words become what searches look in. */
    static final class SearchIndex {

        /** Words as they are, for beginnings of words; and stems, marked, for other forms of whole words. */
        static final String VECTOR = """
                array_to_tsvector(array(
                    select :tenant || '/' || word from unnest(:words) word
                    union
                    select :tenant || '/~' || stem from unnest(:words) word, unnest(:dictionaries) dictionary,
                        unnest(ts_lexize(dictionary::regdictionary, word)) stem where stem <> ''))
                """;

        private SearchIndex() {}

        static Update bind(Update update, TenantId tenant, Wording wording) {
            Set<String> words = new LinkedHashSet<>(SearchWords.of(wording.title()));
            wording.tags().forEach(tag -> words.addAll(SearchWords.of(tag)));
            words.addAll(SearchWords.of(wording.description()));
            return update.bind("tenant", tenant.value())
                    .bindArray("words", String.class, List.copyOf(words))
                    .bindArray(
                            "dictionaries",
                            String.class,
                            SearchWords.dictionaries(wording.language().orElse("")));
        }
    }
}
