package org.lectern.gateway.engagement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.database.TestDatabase;

/** Rows as accepting leaves them: learners of one course and their loads of the player. */
final class PracticeViewers {

    static final Instant START = Instant.parse("2026-03-02T09:00:00.1239Z");
    static final Course COURSE = new Course("acme", "practice/course/course-1", "intro");

    final Jdbi jdbi = TestDatabase.jdbi();
    private final UUID learners = session("learner");
    private final UUID teachers = session("instructor");

    /** An attempt of so many milliseconds of video. */
    UUID attempt(Course course, Long length) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> EngagementTable.of(
                        handle.createUpdate(
                                "insert into attempt (id, tenant, learner_key, scope, media, length_ms) values (:id, :tenant,"
                                        + " :learner, :scope, :media, :length)"),
                        course)
                .bind("id", id)
                .bind("learner", id.toString())
                .bind("length", length)
                .execute());
        return id;
    }

    UUID attempt() {
        return attempt(COURSE, 10_500L);
    }

    /** A learner's load, played a minute after the session was opened. */
    UUID plays(UUID attempt) {
        return load(attempt, learners, START.plusSeconds(60));
    }

    UUID teacherPlays(UUID attempt) {
        return load(attempt, teachers, START.plusSeconds(60));
    }

    /** A load whose player never played: so it was made, and nothing counted since. */
    UUID opens(UUID attempt) {
        return load(attempt, learners, untouched());
    }

    /** As the page's report does it: in one transaction. */
    void watched(UUID attempt, UUID playback, String segments) {
        jdbi.useTransaction(transaction -> {
            transaction.execute("update attempt set segments = ?, updated = now() where id = ?", segments, attempt);
            transaction.execute("update playback set last_seen = now() where id = ?", playback);
        });
    }

    void ends(UUID playback) {
        jdbi.useHandle(
                handle -> handle.execute("update playback set open = false, last_seen = now() where id = ?", playback));
    }

    int waiting() {
        return number("select count(*)::int from playback where not open and not folded");
    }

    int number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    private UUID load(UUID attempt, UUID session, Instant counted) {
        UUID id = UUID.randomUUID();
        String state = "{\"phase\":\"PAUSED\",\"opened\":0,\"position\":0,\"last\":"
                + START.plusSeconds(90).toEpochMilli() + ",\"counted\":" + counted.toEpochMilli()
                + ",\"unreported\":0,\"player\":{}}";
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into playback (tenant, id, session, attempt, media, state) select tenant, :id, :session, id,"
                                + " media, :state from attempt where id = :attempt")
                .bind("id", id)
                .bind("session", session)
                .bind("state", state)
                .bind("attempt", attempt)
                .execute());
        return id;
    }

    /** The database rounds the session's time to the millisecond when it makes the row. */
    private static Instant untouched() {
        return Instant.parse("2026-03-02T09:00:00.124Z").minus(Duration.ofMinutes(5));
    }

    private UUID session(String role) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into learner_session (id, tenant, token_hash, platform, learner_key, actor, role, language,
                            created, expires, facts_until)
                        values (:id, 'acme', :hash, 'practice', 'somebody', '{}', :role, 'en', :at, :at, :at)
                        """)
                .bind("id", id)
                .bind("hash", id.toString())
                .bind("role", role)
                .bind("at", START.atOffset(ZoneOffset.UTC))
                .execute());
        return id;
    }
}
