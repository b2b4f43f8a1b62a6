package org.lectern.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.adapter.xapi.Actor;

/** Sessions in PostgreSQL, the ones in use remembered for half a minute. */
@ApplicationScoped
public class JdbcSessions implements Sessions {

    private static final int REMEMBERED = 20_000;
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(30);

    private final Jdbi jdbi;
    private final Clock clock;
    private final SessionCache cache;

    @Inject
    public JdbcSessions(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.cache = new SessionCache(REMEMBERED, REMEMBERED_FOR, clock);
    }

    protected JdbcSessions() { // CDI proxy
        this(null, null);
    }

    @Override
    public Optional<LearnerSession> find(String token) {
        return SessionToken.read(token)
                .map(SessionToken::hash)
                .flatMap(hash -> cache.find(hash).or(() -> read(hash)))
                .filter(session -> clock.instant().isBefore(session.factsUntil()));
    }

    @Override
    public Optional<LearnerSession> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from learner_session where id = :id")
                .bind("id", id)
                .map(new SessionRow())
                .findOne());
    }

    /** Opens a session within the caller's transaction: nobody has it before that commits. */
    public void open(Handle transaction, LearnerSession session, SessionToken token) {
        SessionRow.insert(transaction, session, token.hash(), clock.instant());
    }

    /** Lets an open session live on from now. Writes at most every five minutes. Returns the session with its new expiry. */
    public LearnerSession renew(String token, LearnerSession session) {
        Instant now = clock.instant();
        if (!SessionLifetime.renewable(session, now)) {
            return session;
        }
        Instant expires = SessionLifetime.expires(now);
        LearnerSession renewed = session.until(expires, SessionLifetime.factsUntil(expires));
        jdbi.useHandle(
                handle -> handle.createUpdate("update learner_session set expires = :expires, facts_until = :until"
                                + " where id = :id and expires < :expires")
                        .bind("expires", renewed.expires().atOffset(ZoneOffset.UTC))
                        .bind("until", renewed.factsUntil().atOffset(ZoneOffset.UTC))
                        .bind("id", session.id())
                        .execute());
        SessionToken.read(token).ifPresent(known -> cache.keep(known.hash(), renewed));
        return renewed;
    }

    /**
     * Lets whatever this person's open sessions tell from now on be told of this actor; what was told stays. Nodes see it when they next
     * read the session, within half a minute, this one after {@link #forget}.
     *
     * @param by one of the sessions
     */
    public void showAs(Handle transaction, LearnerSession by, Actor actor) {
        transaction
                .createUpdate(
                        "update learner_session set actor = :actor where tenant = :tenant and learner_key = :learner")
                .bind("actor", ActorJson.text(actor))
                .bind("tenant", by.tenant().value())
                .bind("learner", by.learnerKey())
                .execute();
    }

    /** Reads this person's sessions anew when they are next asked for; call it after the commit of a change. */
    public void forget(LearnerSession by) {
        cache.forget(by.tenant(), by.learnerKey());
    }

    /**
     * Forgets sessions that take no more facts.
     *
     * @return how many, up to {@code atMost}
     */
    public int sweep(int atMost) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from learner_session where id in (select id from"
                        + " learner_session where facts_until < :now order by facts_until limit :most)")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("most", atMost)
                .execute());
    }

    private Optional<LearnerSession> read(String hash) {
        Optional<LearnerSession> found =
                jdbi.withHandle(handle -> handle.createQuery("select * from learner_session where token_hash = :hash")
                        .bind("hash", hash)
                        .map(new SessionRow())
                        .findOne());
        found.ifPresent(session -> cache.keep(hash, session));
        return found;
    }
}
