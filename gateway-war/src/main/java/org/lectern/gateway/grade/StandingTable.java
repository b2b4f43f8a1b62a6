package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lectern.config.tenant.TenantId;

/** Table {@code grade_score}: the last grade of each learner and link. Safe for any thread and number of nodes. */
@ApplicationScoped
public class StandingTable {

    private static final String OF = " where tenant = :tenant and platform = :platform and link = :link";
    private static final String OF_LEARNER = OF + " and learner_key = :learner";

    /** In one order for everybody; rows are locked after playbacks and attempts, and before the heads of lanes. */
    private static final String LOCK = """
            select s.* from grade_score s
            join unnest(:tenants::text[], :platforms::text[], :links::text[], :learners::text[])
                as wanted (tenant, platform, link, learner_key)
                on s.tenant = wanted.tenant and s.platform = wanted.platform and s.link = wanted.link
                and s.learner_key = wanted.learner_key
            order by s.tenant, s.platform, s.link, s.learner_key for update of s
            """;

    /** Another node may have decided the very first one meanwhile: the higher one stays. */
    private static final String SAVE = """
            insert into grade_score (tenant, platform, link, learner_key, given, finished, stamp, decided, state)
            values (:tenant, :platform, :link, :learner, :given, :finished, :stamp, :decided, 'waiting')
            on conflict (tenant, platform, link, learner_key) do update set given = excluded.given,
                finished = excluded.finished, stamp = excluded.stamp, decided = excluded.decided, state = 'waiting'
            where excluded.given >= grade_score.given and excluded.stamp > grade_score.stamp
                and (excluded.finished or not grade_score.finished)
            """;

    private final Jdbi jdbi;

    @Inject
    public StandingTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected StandingTable() { // CDI proxy
        this(null);
    }

    /** A learner's link. */
    record Key(Link.Key link, String learner) {

        /** One order for everybody, so that two who write the same rows wait for each other and not in a circle. */
        static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.link().tenant().value())
                .thenComparing(key -> key.link().platform())
                .thenComparing(key -> key.link().link())
                .thenComparing(Key::learner);
    }

    Optional<Standing> find(Key key) {
        return jdbi.withHandle(handle -> of(handle.createQuery("select * from grade_score" + OF_LEARNER), key)
                .map((row, context) -> standing(row))
                .findOne());
    }

    /** Everybody's who has one, by our name of the learner. */
    Map<String, Standing> of(Link.Key link) {
        return jdbi.withHandle(handle -> of(handle.createQuery("select * from grade_score" + OF), link)
                .map((row, context) -> Map.entry(row.getString("learner_key"), standing(row)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those that there are, locked until the transaction ends. */
    Map<Key, Standing> lock(Handle transaction, Collection<Key> keys) {
        return transaction
                .createQuery(LOCK)
                .bind("tenants", texts(keys, key -> key.link().tenant().value()))
                .bind("platforms", texts(keys, key -> key.link().platform()))
                .bind("links", texts(keys, key -> key.link().link()))
                .bind("learners", texts(keys, Key::learner))
                .map((row, context) -> Map.entry(key(row), standing(row)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** @return whether it counts; not if a better one was decided meanwhile */
    boolean save(Handle transaction, Key key, Standing standing) {
        return of(transaction.createUpdate(SAVE), key)
                        .bind("given", standing.given())
                        .bind("finished", standing.finished())
                        .bind("stamp", standing.stamp().atOffset(ZoneOffset.UTC))
                        .bind("decided", standing.decided().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** Writes down what became of the grade with this stamp, unless there is a later one. */
    void settle(Key key, Instant stamp, Standing.State state) {
        jdbi.useHandle(handle -> of(
                        handle.createUpdate(
                                "update grade_score set state = :state" + OF_LEARNER + " and stamp = :stamp"),
                        key)
                .bind("stamp", stamp.atOffset(ZoneOffset.UTC))
                .bind("state", state.text())
                .execute());
    }

    /** Somebody who got no grades comes again: maybe now. The stamp stays, so that the next one is later. */
    void reopen(Handle transaction, Key key) {
        of(
                        transaction.createUpdate("update grade_score set state = 'waiting', given = 0, finished = false"
                                + OF_LEARNER + " and state = 'declined'"),
                        key)
                .execute();
    }

    private static String[] texts(Collection<Key> keys, Function<Key, String> value) {
        return keys.stream().map(value).toArray(String[]::new);
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                new Link.Key(new TenantId(row.getString("tenant")), row.getString("platform"), row.getString("link")),
                row.getString("learner_key"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getInt("given"),
                row.getBoolean("finished"),
                row.getObject("stamp", OffsetDateTime.class).toInstant(),
                row.getObject("decided", OffsetDateTime.class).toInstant(),
                Standing.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static <T extends SqlStatement<T>> T of(T statement, Link.Key link) {
        return statement
                .bind("tenant", link.tenant().value())
                .bind("platform", link.platform())
                .bind("link", link.link());
    }

    private static <T extends SqlStatement<T>> T of(T statement, Key key) {
        return of(statement, key.link()).bind("learner", key.learner());
    }
}
