package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.caption.Captions;
import org.lectern.gateway.problem.Problem;

/** Captions and chapters of an institution's own videos. Asks nobody for permission: {@link Rights} do. Safe for any thread. */
@ApplicationScoped
public class TextTracks {

    /** Of one video, all kinds together. */
    static final int MOST = 60;

    private final Jdbi jdbi;
    private final Clock clock;

    /**
     * One of them, without its text.
     *
     * @param cues how many
     * @param changed when it was last put
     */
    public record Listed(TextTrack track, int cues, Instant changed) {}

    /** One of them as a file. */
    record Kept(String webVtt, Instant changed) {}

    @Inject
    public TextTracks(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    protected TextTracks() { // CDI proxy
        this(null, null);
    }

    /** By kind and language. */
    public List<TextTrack> of(TenantId tenant, String media) {
        return listed(tenant, media).stream().map(Listed::track).toList();
    }

    /** The same with what those who edit want to know. */
    public List<Listed> listed(TenantId tenant, String media) {
        return jdbi.withHandle(handle -> about(handle.createQuery("""
                                select kind, language, cues, changed from text_track
                                where tenant = :tenant and media = :media order by kind, language
                                """), tenant, media)
                .map((row, context) -> new Listed(
                        new TextTrack(
                                TextTrack.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getString("language")),
                        row.getInt("cues"),
                        row.getObject("changed", OffsetDateTime.class).toInstant()))
                .list());
    }

    Optional<Kept> find(TenantId tenant, String media, TextTrack track) {
        return jdbi.withHandle(handle -> naming(handle.createQuery("""
                                select webvtt, changed from text_track
                                where tenant = :tenant and media = :media and kind = :kind and language = :language
                                """), tenant, media, track)
                .map((row, context) -> new Kept(
                        row.getString("webvtt"),
                        row.getObject("changed", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /**
     * Puts it in the place of the one of its kind and language.
     *
     * @throws Problem 409 {@code tracks.too_many}
     */
    public Listed put(Handle transaction, TenantId tenant, String media, TextTrack track, Captions captions) {
        Captions fitting = track.kind() == TextTrack.Kind.CHAPTERS ? captions.asChapters() : captions;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int kept = naming(transaction.createUpdate("""
                                insert into text_track (tenant, media, kind, language, webvtt, cues, changed)
                                select :tenant, :media, :kind, :language, :webvtt, :cues, :now
                                where (select count(*) from text_track where tenant = :tenant and media = :media
                                    and (kind, language) <> (:kind, :language)) < :most
                                on conflict (tenant, media, kind, language) do update
                                    set webvtt = excluded.webvtt, cues = excluded.cues, changed = excluded.changed
                                """), tenant, media, track)
                .bind("webvtt", fitting.webVtt())
                .bind("cues", fitting.cues().size())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", MOST)
                .execute();
        if (kept == 0) {
            throw new Problem(
                    409, "tracks.too_many", "This video has " + MOST + " captions and chapters. Remove one first.");
        }
        return new Listed(track, fitting.cues().size(), now);
    }

    /** Whether there was one to remove. */
    public boolean remove(Handle transaction, TenantId tenant, String media, TextTrack track) {
        return naming(transaction.createUpdate("""
                                        delete from text_track
                                        where tenant = :tenant and media = :media and kind = :kind and language = :language
                                        """), tenant, media, track).execute() > 0;
    }

    private static <S extends SqlStatement<S>> S about(S statement, TenantId tenant, String media) {
        return statement.bind("tenant", tenant.value()).bind("media", media);
    }

    private static <S extends SqlStatement<S>> S naming(S statement, TenantId tenant, String media, TextTrack track) {
        return about(statement, tenant, media).bind("kind", track.kind().word()).bind("language", track.language());
    }
}
