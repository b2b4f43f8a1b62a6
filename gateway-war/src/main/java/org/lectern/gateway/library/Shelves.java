package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.library.Wish.Among;
import org.lectern.gateway.library.Wish.Place;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.registration.WebOrigin;

/**
 * Pages through an institution's videos: declared ones first, then its own, a channel in its order and everything else newest first. A
 * page begins where the one before ended (keyset), so that the thousandth costs what the first does. Safe for any thread.
 */
@ApplicationScoped
public class Shelves {

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST_ORIGINS = 100;

    private static final String THEIRS = """
            v.deleted is %s null and (:choosing = false or v.state <> 'private')
            """;
    private static final String NEWEST = """
            with found as (
                select c.video as id, c.created from unnest(:channels) place, lateral (
                    select video, created from channel_video
                    where tenant = :tenant and channel = place and listed and (created, video) < (:created, :id)
                    order by created desc, video desc limit :most) c
                union
                (select v.id, v.created from video v where v.tenant = :tenant and v.owner = :learner and {theirs}
                    and (v.created, v.id) < (:created, :id) order by v.created desc, v.id desc limit :most)
                union
                (select v.id, v.created from video_editor e join video v on v.tenant = e.tenant and v.id = e.video
                    where e.tenant = :tenant and e.learner_key = :learner and {theirs}
                    and (v.created, v.id) < (:created, :id) order by v.created desc, v.id desc limit :most)
                order by 2 desc, 1 desc limit :most)
            select v.*, 0::bigint as position from found f join video v on v.tenant = :tenant and v.id = f.id
            order by f.created desc, f.id desc
            """;
    private static final String IN_ORDER = """
            select v.*, c.position from channel_video c join video v on v.tenant = c.tenant and v.id = c.video
            where c.tenant = :tenant and c.channel = :channel and c.listed and (c.position, c.video) > (:position, :id)
            order by c.position, c.video limit :most
            """;
    /** Whether somebody may find a video is asked in order and only until the page is full, not for every match. */
    private static final String SEARCH = """
            select v.*, 0::bigint as position from (
                select v.tenant, v.id from (
                    select tenant, id, created, state, owner from video v
                    where v.tenant = :tenant and v.search @@ :words::tsquery and (v.created, v.id) < (:created, :id)
                        and v.deleted is {deleted} null
                    order by v.created desc, v.id desc) v
                where v.state = 'published' and :finding and coalesce((select true from channel_video c
                        where c.tenant = v.tenant and c.video = v.id and c.channel = any(:channels) limit 1), false)
                    or (:choosing = false or v.state <> 'private') and (v.owner = :learner
                        or coalesce((select true from video_editor e
                            where e.tenant = v.tenant and e.video = v.id and e.learner_key = :learner limit 1), false))
                limit :most) found
            join video v on v.tenant = found.tenant and v.id = found.id
            order by v.created desc, v.id desc
            """;

    private static final String STEMS = """
            select word, array_agg(distinct stem) filter (where stem <> '') as stems,
                bool_or(dictionary = :own and stems = '{}') as needless
            from unnest(:words) with ordinality typed(word, place), unnest(:dictionaries) dictionary,
                lateral ts_lexize(dictionary::regdictionary, word) stems left join lateral unnest(stems) stem on true
            group by word, place order by place
            """;

    /** Distinct ones by as many looks into the index, however many videos there are. */
    private static final String ORIGINS = """
            with recursive origins as (
                (select origin from video where tenant = :tenant and origin is not null order by origin limit 1)
                union all
                select (select v.origin from video v where v.tenant = :tenant and v.origin > o.origin order by v.origin limit 1)
                from origins o where o.origin is not null)
            select origin from origins where origin is not null limit :most
            """;

    private final Library library;
    private final Channels channels;
    private final Jdbi jdbi;

    @Inject
    public Shelves(Library library, Channels channels, Jdbi jdbi) {
        this.library = library;
        this.channels = channels;
        this.jdbi = jdbi;
    }

    protected Shelves() { // CDI proxy
        this(null, null, null);
    }

    /**
     * A page.
     *
     * @param videos the videos
     * @param next where the next page begins, if there is one
     */
    public record Sheet(List<Video> videos, Optional<String> next) {}

    /** A page of what may be put into a course; what was typed and where the page before ended are as the browser sent them, or null. */
    public Sheet choosable(Tenant tenant, LearnerSession session, String typed, String after) {
        return sheet(tenant, session, Wish.read("choosable", null, typed, after, null));
    }

    Sheet sheet(Tenant tenant, LearnerSession session, Wish wish) {
        List<Channel> among = among(tenant, session, wish);
        List<Video> shown = new ArrayList<>();
        boolean declaring = wish.after().map(place -> place.kind() == 'd').orElse(true) && declares(among);
        if (declaring) {
            List<Video> declared = declared(tenant, wish.typed());
            long from = wish.after().map(Place::number).orElse(0L);
            declared.stream().skip(Math.max(0, from)).limit(wish.size()).forEach(shown::add);
            if (from + shown.size() < declared.size()) {
                return new Sheet(
                        shown, Optional.of(Place.declared(from + shown.size()).text()));
            }
            if (shown.size() == wish.size()) {
                return new Sheet(
                        shown, Optional.of(Place.declared(declared.size()).text()));
            }
        }
        return own(session, wish, among, shown);
    }

    /** From where the institution's videos play, at most so many hosts. */
    public Set<WebOrigin> origins(Tenant tenant) {
        return jdbi.withHandle(handle -> handle
                .createQuery(ORIGINS)
                .bind("tenant", tenant.id().value())
                .bind("most", MOST_ORIGINS)
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(origin -> WebOrigin.of(java.net.URI.create(origin)).stream())
                .collect(Collectors.toSet()));
    }

    private Sheet own(LearnerSession session, Wish wish, List<Channel> among, List<Video> shown) {
        int room = wish.size() - shown.size();
        List<Row> rows = jdbi.withHandle(handle -> rows(handle, session, wish, among, room + 1));
        rows.stream().limit(room).map(row -> row.video().video()).forEach(shown::add);
        Optional<String> next = rows.size() <= room
                ? Optional.empty()
                : Optional.of(place(wish, rows.get(room - 1)).text());
        return new Sheet(List.copyOf(shown), next);
    }

    private record Row(VideoRow video, long position) {}

    private static Place place(Wish wish, Row last) {
        String media = last.video().video().id();
        return inOrder(wish)
                ? Place.inOrder(last.position(), media)
                : Place.newest(
                        ChronoUnit.MICROS.between(Instant.EPOCH, last.video().created()), media);
    }

    private static boolean inOrder(Wish wish) {
        return wish.channel().isPresent() && wish.typed().isBlank();
    }

    private List<Row> rows(Handle handle, LearnerSession session, Wish wish, List<Channel> among, int most) {
        if (wish.channel().isPresent() && among.isEmpty()) {
            return List.of();
        }
        if (inOrder(wish)) {
            Optional<Place> after = wish.after().filter(place -> place.kind() == 'p');
            return read(
                    handle.createQuery(IN_ORDER)
                            .bind("channel", wish.channel().orElseThrow())
                            .bind("position", after.map(Place::number).orElse(Long.MIN_VALUE))
                            .bind("id", after.map(Place::media).orElse("")),
                    session,
                    most);
        }
        Optional<String> words = wish.typed().isBlank() ? Optional.of("") : words(handle, session, wish.typed());
        if (words.isEmpty()) {
            return List.of();
        }
        String not = wish.among() == Among.DELETED ? "not" : "";
        String sql = (words.get().isEmpty() ? NEWEST : SEARCH)
                .replace("{theirs}", THEIRS.formatted(not))
                .replace("{deleted}", not);
        Query query = handle.createQuery(sql)
                .bind("learner", wish.among() == Among.FOUND ? null : session.learnerKey())
                .bind("choosing", wish.among() == Among.CHOOSABLE);
        if (!words.get().isEmpty()) {
            query.bind("words", words.get()).bind("finding", !among.isEmpty());
        }
        Optional<Place> after = wish.after().filter(place -> place.kind() == 'n');
        return read(
                query.bind("created", after.map(Shelves::time).orElse(NEVER).atOffset(ZoneOffset.UTC))
                        .bind("id", after.map(Place::media).orElse(""))
                        .bindArray(
                                "channels",
                                Long.class,
                                among.stream().map(Channel::id).toList()),
                session,
                most);
    }

    private static Instant time(Place place) {
        long most = NEVER.getEpochSecond() * 1_000_000;
        return Instant.EPOCH.plus(Math.max(0, Math.min(place.number(), most)), ChronoUnit.MICROS);
    }

    private static List<Row> read(Query query, LearnerSession session, int most) {
        return query.bind("tenant", session.tenant().value())
                .bind("most", most)
                .map((row, context) -> new Row(VideoRow.MAPPER.map(row, context), row.getLong("position")))
                .list();
    }

    /** What somebody typed as PostgreSQL searches for it; empty when there is no word in it. */
    private static Optional<String> words(Handle handle, LearnerSession session, String typed) {
        List<String> words = SearchWords.typed(typed);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Stems> stems = new LinkedHashMap<>();
        handle.createQuery(STEMS)
                .bindArray("words", String.class, words)
                .bindArray("dictionaries", String.class, SearchWords.dictionaries(""))
                .bind(
                        "own",
                        SearchWords.dictionaries(session.language()).stream()
                                .findFirst()
                                .orElse(""))
                .map((row, context) -> Map.entry(row.getString("word"), Stems.read(row)))
                .forEach(entry -> stems.put(entry.getKey(), entry.getValue()));
        String last = words.get(words.size() - 1);
        return Optional.of(words.stream()
                // "The" alone is looked for, "the cell" is looked for as "cell"; but the last word may be unfinished.
                .filter(word -> word.equals(last) || !stems.get(word).needless())
                .map(word ->
                        alternatives(session.tenant(), word, stems.get(word).stems()))
                .collect(Collectors.joining(" & ")));
    }

    private record Stems(List<String> stems, boolean needless) {
        static Stems read(ResultSet row) throws SQLException {
            java.sql.Array found = row.getArray("stems");
            return new Stems(
                    found == null ? List.of() : List.of((String[]) found.getArray()), row.getBoolean("needless"));
        }
    }

    /** Words are letters and digits, and stems are made of them: nothing in them needs escaping. */
    private static String alternatives(TenantId tenant, String word, List<String> stems) {
        StringBuilder query =
                new StringBuilder("('").append(tenant).append('/').append(word).append("':*");
        stems.forEach(stem ->
                query.append(" | '").append(tenant).append("/~").append(stem).append('\''));
        return query.append(')').toString();
    }

    private List<Channel> among(Tenant tenant, LearnerSession session, Wish wish) {
        if (wish.among() == Among.MINE || wish.among() == Among.DELETED) {
            return List.of();
        }
        return channels.of(tenant, session).stream()
                .filter(channel -> wish.channel().isEmpty() || wish.channel().get() == channel.id())
                .toList();
    }

    private static boolean declares(List<Channel> among) {
        return among.stream().anyMatch(channel -> channel.gallery() && channel.reach() == Channel.Reach.INSTITUTION);
    }

    private List<Video> declared(Tenant tenant, String typed) {
        List<String> words = SearchWords.typed(typed);
        if (words.isEmpty() && !typed.isBlank()) {
            return List.of();
        }
        return library.declared(tenant).stream()
                .filter(video -> words.isEmpty() || has(SearchWords.of(video.title()), words))
                .toList();
    }

    private static boolean has(Set<String> title, List<String> words) {
        return words.stream().allMatch(word -> title.stream().anyMatch(one -> one.startsWith(word)));
    }
}
