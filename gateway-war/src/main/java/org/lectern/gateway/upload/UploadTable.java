package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.storage.Growth;

/**
 * The uploads, as every node sees them. One request writes to an upload at a time: it holds the row's {@code writer} for some seconds by
 * the database's clock and asks for more with every step. Whoever is not the writer any more changes nothing. Safe for any thread.
 */
@ApplicationScoped
public class UploadTable {

    /** How long a writer may be silent while it waits for bytes. */
    static final Duration READING = Duration.ofSeconds(6);

    /** How long storage may take for a step. */
    static final Duration WRITING = Duration.ofSeconds(30);

    private static final String ONE = " where tenant = :tenant and id = :id ";
    private static final String ALSO_ITS_WRITER = ONE + "and writer = :writer and state = 'receiving'";
    private static final String UNTIL = "clock_timestamp() + make_interval(secs => :seconds)";

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public UploadTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    protected UploadTable() { // CDI proxy
        this(null, null);
    }

    void insert(LearnerSession by, UUID id, UploadMetadata told, long length, Growth growth) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into upload (tenant, id, owner, session, title, mark, language, duration_ms, length, object, memo,
                            created, touched)
                        values (:tenant, :id, :owner, :session, :title, :mark, :language, :duration, :length, :object, :memo, :now, :now)
                        """)
                .bind("tenant", by.tenant().value())
                .bind("id", id)
                .bind("owner", by.learnerKey())
                .bind("session", by.id())
                .bind("title", told.title())
                .bind("mark", told.mark())
                .bind("language", told.language().orElse(null))
                .bind(
                        "duration",
                        told.duration()
                                .map(seconds -> seconds.movePointRight(3).longValueExact())
                                .orElse(null))
                .bind("length", length)
                .bind("object", growth.object())
                .bind("memo", growth.memo())
                .bind("now", now())
                .execute());
    }

    /** The upload of this learner; somebody else's is not found, and one that is thrown away neither. */
    Optional<Upload> find(LearnerSession session, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from upload" + ONE + "and owner = :owner and state <> 'dropped'")
                        .bind("tenant", session.tenant().value())
                        .bind("id", id)
                        .bind("owner", session.learnerKey())
                        .map((row, context) -> Upload.of(row))
                        .findOne());
    }

    /** What this learner has begun and not brought to an end, the latest first. */
    List<Upload> unfinished(LearnerSession session) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from upload where tenant = :tenant and owner = :owner and state in ('receiving', 'received')
                        order by touched desc limit 100
                        """)
                .bind("tenant", session.tenant().value())
                .bind("owner", session.learnerKey())
                .map((row, context) -> Upload.of(row))
                .list());
    }

    /** Becomes the one who writes from this offset on; false when there is another, or the offset is not that. */
    boolean begin(Upload upload, long offset, UUID writer) {
        return jdbi.withHandle(handle -> about(
                                handle.createUpdate("update upload set writer = :writer, writing_until = " + UNTIL + ONE
                                        + "and state = 'receiving' and received = :offset"
                                        + " and (writer is null or writing_until < clock_timestamp())"),
                                upload)
                        .bind("writer", writer)
                        .bind("seconds", READING.toSeconds())
                        .bind("offset", offset)
                        .execute())
                == 1;
    }

    /** Still the writer, who is about to write; false when somebody else is by now. */
    boolean still(Upload upload, UUID writer) {
        return jdbi.withHandle(handle -> about(
                                handle.createUpdate("update upload set writing_until = " + UNTIL + ALSO_ITS_WRITER),
                                upload)
                        .bind("writer", writer)
                        .bind("seconds", WRITING.toSeconds())
                        .execute())
                == 1;
    }

    /** So much is safe in storage; false when somebody else writes by now. */
    boolean advance(Upload upload, UUID writer, Growth growth) {
        return jdbi.withHandle(handle -> about(
                                handle.createUpdate(
                                        "update upload set received = :received, memo = :memo, touched = :now,"
                                                + " state = case when length = :received then 'received' else state end,"
                                                + " writing_until = " + UNTIL + ALSO_ITS_WRITER),
                                upload)
                        .bind("writer", writer)
                        .bind("received", growth.bytes())
                        .bind("memo", growth.memo())
                        .bind("now", now())
                        .bind("seconds", READING.toSeconds())
                        .execute())
                == 1;
    }

    /** Lets somebody else write. */
    void end(Upload upload, UUID writer) {
        jdbi.useHandle(handle -> about(
                        handle.createUpdate(
                                "update upload set writer = null, writing_until = null" + ONE + "and writer = :writer"),
                        upload)
                .bind("writer", writer)
                .execute());
    }

    /** Another picture; answers the one before. Empty as a whole when the upload takes none any more. */
    Optional<Optional<String>> picture(Upload upload, String poster) {
        return jdbi.inTransaction(handle -> {
            Optional<Upload> now = locked(handle, upload);
            if (now.filter(found -> found.state() == Upload.State.RECEIVING).isEmpty()) {
                return Optional.<Optional<String>>empty();
            }
            about(handle.createUpdate("update upload set poster = :poster, touched = :now" + ONE), upload)
                    .bind("poster", poster)
                    .bind("now", now())
                    .execute();
            return Optional.of(now.get().poster());
        });
    }

    /** The upload as it is, for nobody else until the transaction ends. */
    Optional<Upload> locked(Handle transaction, Upload upload) {
        return about(transaction.createQuery("select * from upload" + ONE + "for update"), upload)
                .map((row, context) -> Upload.of(row))
                .findOne();
    }

    /** It became this video. */
    void added(Handle transaction, Upload upload, String media) {
        about(
                        transaction.createUpdate(
                                "update upload set state = 'added', media = :media, touched = :now" + ONE),
                        upload)
                .bind("media", media)
                .bind("now", now())
                .execute();
    }

    /** Nobody gets at it any more, and its bytes may go; false when it became a video, or is gone already. */
    boolean drop(Upload upload) {
        return jdbi.withHandle(handle -> about(
                                handle.createUpdate("update upload set state = 'dropped', touched = :now" + ONE
                                        + "and state in ('receiving', 'received')"),
                                upload)
                        .bind("now", now())
                        .execute())
                == 1;
    }

    /** Whether nobody writes to it at the moment. */
    boolean quiet(Upload upload) {
        return jdbi.withHandle(handle -> about(
                        handle.createQuery(
                                "select writer is null or writing_until < clock_timestamp() from upload" + ONE),
                        upload)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true));
    }

    /** Its bytes are gone. */
    void forget(Upload upload) {
        jdbi.useHandle(handle ->
                about(handle.createUpdate("delete from upload" + ONE), upload).execute());
    }

    /** What nobody has touched since then, and what is still being thrown away; at most so many. */
    List<Upload> stale(Instant since, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from upload where (touched < :since or state = 'dropped')
                            and (writer is null or writing_until < clock_timestamp())
                        order by touched limit :most
                        """)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .map((row, context) -> Upload.of(row))
                .list());
    }

    /** Whole ones that are no videos yet; at most so many. */
    List<Upload> whole(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from upload where state = 'received' and (writer is null or writing_until < clock_timestamp())
                        order by touched limit :most
                        """)
                .bind("most", most)
                .map((row, context) -> Upload.of(row))
                .list());
    }

    private static <S extends SqlStatement<S>> S about(S statement, Upload upload) {
        return statement.bind("tenant", upload.tenant().value()).bind("id", upload.id());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
