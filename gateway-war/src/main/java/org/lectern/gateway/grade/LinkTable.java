package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.lectern.config.tenant.TenantId;

/** Table {@code grade_link}. Safe for any thread. */
@ApplicationScoped
public class LinkTable {

    private static final String FIND =
            "select * from grade_link where tenant = :tenant and platform = :platform and link = :link";

    private static final String LAST =
            "select * from grade_link where tenant = :tenant and platform = :platform and line_items is not null"
                    + " order by updated desc limit 1";

    private static final String SAVE = """
            insert into grade_link (tenant, platform, link, media, title, line_items, line_item, made, scopes, mode, family)
            values (:tenant, :platform, :link, :media, :title, :lineItems, :lineItem, :made, :scopes, :mode, :family)
            on conflict (tenant, platform, link) do update set media = excluded.media, title = excluded.title,
                line_items = excluded.line_items, line_item = excluded.line_item, made = excluded.made,
                scopes = excluded.scopes, mode = excluded.mode, family = excluded.family, updated = now()
            """;

    private final Jdbi jdbi;

    @Inject
    public LinkTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected LinkTable() { // CDI proxy
        this(null);
    }

    Optional<Link> find(Link.Key key) {
        return jdbi.withHandle(handle -> find(handle, key));
    }

    Optional<Link> find(Handle handle, Link.Key key) {
        return of(handle.createQuery(FIND), key)
                .map((row, context) -> link(row))
                .findOne();
    }

    /** The link that was launched last, of those whose course has a gradebook. */
    Optional<Link> last(TenantId tenant, String platform) {
        return jdbi.withHandle(handle -> handle.createQuery(LAST)
                .bind("tenant", tenant.value())
                .bind("platform", platform)
                .map((row, context) -> link(row))
                .findOne());
    }

    /** Keeps what a launch told. Writes only when something is new: a whole class may open one link at the same moment. */
    void keep(Handle transaction, Link told) {
        Optional<Link> known = find(transaction, told.key());
        Link now = known.map(told::after).orElse(told);
        if (!known.equals(Optional.of(now))) {
            of(transaction.createUpdate(SAVE), now.key())
                    .bind("media", now.media().orElse(null))
                    .bind("title", now.title())
                    .bind("lineItems", now.lineItems().map(URI::toString).orElse(null))
                    .bind("lineItem", now.lineItem().map(URI::toString).orElse(null))
                    .bind("made", now.made())
                    .bind("scopes", String.join(" ", new TreeSet<>(now.scopes())))
                    .bind("mode", now.mode().text())
                    .bind("family", now.family().orElse(null))
                    .execute();
        }
    }

    /** Remembers a line item that we made, or found, where the platform named none. */
    void made(Link link, URI lineItem) {
        jdbi.useHandle(handle -> of(
                        handle.createUpdate("update grade_link set line_item = :lineItem, made = true"
                                + " where tenant = :tenant and platform = :platform and link = :link"),
                        link.key())
                .bind("lineItem", lineItem.toString())
                .execute());
    }

    private static <T extends SqlStatement<T>> T of(T statement, Link.Key key) {
        return statement
                .bind("tenant", key.tenant().value())
                .bind("platform", key.platform())
                .bind("link", key.link());
    }

    private static Link link(ResultSet row) throws SQLException {
        String scopes = row.getString("scopes");
        return new Link(
                new Link.Key(new TenantId(row.getString("tenant")), row.getString("platform"), row.getString("link")),
                Optional.ofNullable(row.getString("media")),
                row.getString("title"),
                Optional.ofNullable(row.getString("line_items")).map(URI::create),
                Optional.ofNullable(row.getString("line_item")).map(URI::create),
                row.getBoolean("made"),
                scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ")),
                Mode.of(row.getString("mode")),
                Optional.ofNullable(row.getString("family")));
    }
}
