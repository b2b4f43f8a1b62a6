package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/** Our own key pairs by name, oldest first; their private parts are not even read here. */
@Path("/api/v1/admin/keys")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class KeysResource {

    private final Jdbi jdbi;

    @Inject
    public KeysResource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected KeysResource() { // CDI proxy
        this(null);
    }

    /** A key pair: {@code next}, {@code active} or {@code retiring}. */
    public record KeyItem(String kid, String state, Instant created) {}

    @GET
    public Listing<KeyItem> list() {
        return Listing.whole(jdbi.withHandle(handle -> handle.createQuery(
                        "select kid, state, created from tool_key order by created, kid")
                .map((row, context) -> new KeyItem(
                        row.getString("kid"),
                        row.getString("state"),
                        row.getObject("created", OffsetDateTime.class).toInstant()))
                .list()));
    }
}
