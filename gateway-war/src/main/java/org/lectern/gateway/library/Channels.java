package org.lectern.gateway.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;

/**
 * Galleries and channels, and what is in them. A course's gallery, and the institution's, are there when somebody of them looks for the
 * first time. Everything asks for the session it is for: another course's channels, and another institution's, are not found. Safe for
 * any thread.
 */
@ApplicationScoped
public class Channels {

    /** More than these nobody overlooks; a course and its institution have so many each. */
    static final int MOST = 100;

    private static final int NUMBER_BITS = 52;

    /** Room between two videos, so that one can be put between them without touching others. */
    private static final long STEP = 1L << 20;

    private static final String VISIBLE = """
            tenant = :tenant and (platform is null or platform = :platform and course_id = :course)
            """;
    private static final String LIST = "select * from channel where " + VISIBLE + """
            order by platform is null, not gallery, place, created, id limit :most
            """;
    private static final String GALLERY = """
            insert into channel (tenant, id, platform, course_id, gallery, title)
            values (:tenant, :id, :at, :of, true, :title)
            on conflict (tenant, id) do update set title = excluded.title
            """;
    private static final String CREATE = """
            insert into channel (tenant, id, platform, course_id, gallery, title, place)
            select :tenant, :id, :at, :of, false, :title, coalesce(max(place), 0) + 1 from channel
            where tenant = :tenant and platform is not distinct from :at and course_id is not distinct from :of
            """;
    private static final String PUT = """
            insert into channel_video (tenant, channel, video, position, created, listed)
            select v.tenant, :channel, v.id, :position, v.created, v.state = 'published' and v.deleted is null
            from video v where v.tenant = :tenant and v.id = :video
            on conflict (tenant, channel, video) do update set position = excluded.position
            """;
    private static final String EVEN_OUT = """
            update channel_video c set position = o.rank * :step
            from (select video, row_number() over (order by position, video) as rank from channel_video
                where tenant = :tenant and channel = :channel) o
            where c.tenant = :tenant and c.channel = :channel and c.video = o.video
            """;

    private final Jdbi jdbi;
    private final SecureRandom random;

    @Inject
    public Channels(Jdbi jdbi, SecureRandom random) {
        this.jdbi = jdbi;
        this.random = random;
    }

    protected Channels() { // CDI proxy
        this(null, null);
    }

    /** Those of the session's course, then the institution's; galleries first. */
    public List<Channel> of(Tenant tenant, LearnerSession session) {
        List<Channel> found = jdbi.withHandle(handle -> list(handle, session));
        List<Channel> galleries = galleries(tenant, session);
        if (found.containsAll(galleries)) {
            return found;
        }
        return jdbi.inTransaction(transaction -> {
            galleries.stream()
                    .filter(gallery -> !found.contains(gallery))
                    .forEach(gallery -> open(transaction, session, gallery));
            return list(transaction, session);
        });
    }

    /**
     * One of them, held until the transaction ends.
     *
     * @throws Problem 404 {@code channel.unknown}
     */
    public Channel require(Handle transaction, Tenant tenant, LearnerSession session, long id) {
        galleries(tenant, session).stream()
                .filter(gallery -> gallery.id() == id)
                .forEach(gallery -> open(transaction, session, gallery));
        return bound(
                        transaction.createQuery("select * from channel where id = :id and " + VISIBLE + " for update"),
                        session)
                .bind("id", id)
                .map((row, context) -> channel(row))
                .findOne()
                .orElseThrow(() -> new Problem(404, "channel.unknown", "There is no such channel here."));
    }

    /** Whether they may name it, order it and take videos out of it: those who teach the course; administrators everywhere. */
    public boolean mayArrange(LearnerSession session, Channel channel) {
        return session.role() == LearnerSession.Role.ADMINISTRATOR
                || session.role() == LearnerSession.Role.INSTRUCTOR && channel.reach() == Channel.Reach.COURSE;
    }

    /** @throws Problem 403 {@code channel.not_allowed} */
    public void requireArrange(LearnerSession session, Channel channel) {
        if (!mayArrange(session, channel)) {
            throw new Problem(
                    403,
                    "channel.not_allowed",
                    "Those who teach a course arrange its channels; administrators arrange the institution's.");
        }
    }

    /**
     * A new channel, the last of its neighbours.
     *
     * @throws Problem 422 for its title, 409 {@code channel.no_course} or {@code channel.too_many}
     */
    public Channel create(
            Handle transaction, Tenant tenant, LearnerSession session, Channel.Reach reach, String title) {
        if (reach == Channel.Reach.COURSE && session.course().isEmpty()) {
            throw new Problem(409, "channel.no_course", "This activity belongs to no course.");
        }
        Channel fresh =
                new Channel(random.nextLong() >>> (Long.SIZE - NUMBER_BITS), reach, false, Wording.title(title));
        requireArrange(session, fresh);
        if (list(transaction, session).stream()
                        .filter(known -> known.reach() == reach)
                        .count()
                >= MOST) {
            throw new Problem(409, "channel.too_many", "At most " + MOST + " channels. Delete one that nobody needs.");
        }
        placed(transaction.createUpdate(CREATE), session, fresh).execute();
        return fresh;
    }

    /** Another name. */
    public void rename(Handle transaction, LearnerSession session, Channel channel, String title) {
        transaction
                .createUpdate("update channel set title = :title where tenant = :tenant and id = :id")
                .bind("tenant", session.tenant().value())
                .bind("id", channel.id())
                .bind("title", Wording.title(title))
                .execute();
    }

    /** Takes a channel away; its videos stay in the library. */
    public void delete(Handle transaction, LearnerSession session, Channel channel) {
        transaction
                .createUpdate("delete from channel where tenant = :tenant and id = :id")
                .bind("tenant", session.tenant().value())
                .bind("id", channel.id())
                .execute();
    }

    /** Puts channels in this order, among themselves. */
    public void order(Handle transaction, LearnerSession session, List<Long> ids) {
        for (int place = 0; place < ids.size(); place++) {
            transaction
                    .createUpdate("update channel set place = :place where tenant = :tenant and id = :id")
                    .bind("tenant", session.tenant().value())
                    .bind("id", ids.get(place))
                    .bind("place", place)
                    .execute();
        }
    }

    /** Where a video is published, of all the institution's. */
    public List<Channel> with(Handle handle, LearnerSession session, String media) {
        return handle.createQuery("""
                        select c.* from channel c join channel_video v on v.tenant = c.tenant and v.channel = c.id
                        where v.tenant = :tenant and v.video = :video order by c.platform is null, not c.gallery, c.place, c.id
                        """)
                .bind("tenant", session.tenant().value())
                .bind("video", media)
                .map((row, context) -> channel(row))
                .list();
    }

    /**
     * Puts a video into a channel, or to another place there.
     *
     * @param before the video it comes before; empty: to the end of a channel, but to the front of a gallery
     * @return whether it is new there
     */
    public boolean put(
            Handle transaction, LearnerSession session, Channel channel, String media, Optional<String> before) {
        boolean fresh = !isIn(transaction, session, channel, media);
        if (!fresh && before.filter(media::equals).isPresent()) {
            return false;
        }
        Optional<Long> position = position(transaction, session, channel, before);
        if (position.isEmpty()) {
            in(transaction.createUpdate(EVEN_OUT), session, channel)
                    .bind("step", STEP)
                    .execute();
            position = position(transaction, session, channel, before);
        }
        in(transaction.createUpdate(PUT), session, channel)
                .bind("video", media)
                .bind("position", position.orElseThrow())
                .execute();
        return fresh;
    }

    /** Takes a video out of a channel. */
    public void remove(Handle transaction, LearnerSession session, Channel channel, String media) {
        in(
                        transaction.createUpdate("delete from channel_video"
                                + " where tenant = :tenant and channel = :channel and video = :video"),
                        session,
                        channel)
                .bind("video", media)
                .execute();
    }

    private static boolean isIn(Handle handle, LearnerSession session, Channel channel, String media) {
        return in(
                        handle.createQuery("select exists (select from channel_video"
                                + " where tenant = :tenant and channel = :channel and video = :video)"),
                        session,
                        channel)
                .bind("video", media)
                .mapTo(Boolean.class)
                .one();
    }

    /** Empty when there is no room left before that video. */
    private static Optional<Long> position(
            Handle handle, LearnerSession session, Channel channel, Optional<String> before) {
        if (before.isEmpty()) {
            String end = channel.gallery() ? "min(position) - :step" : "max(position) + :step";
            return Optional.of(in(
                            handle.createQuery("select coalesce(" + end
                                    + ", 0) from channel_video where tenant = :tenant and channel = :channel"),
                            session,
                            channel)
                    .bind("step", STEP)
                    .mapTo(Long.class)
                    .one());
        }
        long next = in(
                        handle.createQuery("select position from channel_video"
                                + " where tenant = :tenant and channel = :channel and video = :video"),
                        session,
                        channel)
                .bind("video", before.get())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new Problem(
                        409,
                        "channel.moved_on",
                        "The video that it should come before is not in the channel any more."));
        long previous = in(
                        handle.createQuery("select coalesce(max(position), :next - 2 * :step) from channel_video"
                                + " where tenant = :tenant and channel = :channel and position < :next"),
                        session,
                        channel)
                .bind("next", next)
                .bind("step", STEP)
                .mapTo(Long.class)
                .one();
        return next - previous < 2 ? Optional.empty() : Optional.of(previous + (next - previous) / 2);
    }

    private static List<Channel> galleries(Tenant tenant, LearnerSession session) {
        List<Channel> galleries = new ArrayList<>(2);
        session.course()
                .ifPresent(course -> galleries.add(new Channel(
                        FileLibrary.channel(session.platform(), course.id()),
                        Channel.Reach.COURSE,
                        true,
                        course.title().isBlank() ? tenant.name() : course.title())));
        galleries.add(new Channel(FileLibrary.channel("", ""), Channel.Reach.INSTITUTION, true, tenant.name()));
        return galleries;
    }

    private static void open(Handle transaction, LearnerSession session, Channel gallery) {
        placed(transaction.createUpdate(GALLERY), session, gallery).execute();
    }

    private static List<Channel> list(Handle handle, LearnerSession session) {
        return bound(handle.createQuery(LIST), session)
                .bind("most", 2 * MOST + 2)
                .map((row, context) -> channel(row))
                .list();
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return new Channel(
                row.getLong("id"),
                row.getString("platform") == null ? Channel.Reach.INSTITUTION : Channel.Reach.COURSE,
                row.getBoolean("gallery"),
                row.getString("title"));
    }

    private static <S extends SqlStatement<S>> S in(S statement, LearnerSession session, Channel channel) {
        return statement.bind("tenant", session.tenant().value()).bind("channel", channel.id());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, LearnerSession session) {
        return statement
                .bind("tenant", session.tenant().value())
                .bind("platform", session.platform())
                .bind("course", session.course().map(LearnerSession.Course::id).orElse(null));
    }

    private static <S extends SqlStatement<S>> S placed(S statement, LearnerSession session, Channel channel) {
        boolean course = channel.reach() == Channel.Reach.COURSE;
        return statement
                .bind("tenant", session.tenant().value())
                .bind("id", channel.id())
                .bind("title", channel.title())
                .bind("at", course ? session.platform() : null)
                .bind("of", course ? session.course().orElseThrow().id() : null);
    }
}
