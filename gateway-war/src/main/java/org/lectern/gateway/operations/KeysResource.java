package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.lectern.gateway.keys.JdbcToolKeys;
import org.lectern.gateway.keys.ListedKey;

/** Our own key pairs by name, oldest first; their private parts are not even read here. */
@Path("/api/v1/admin/keys")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class KeysResource {

    private final JdbcToolKeys keys;
    private final AuditLog audit;

    @Inject
    public KeysResource(JdbcToolKeys keys, AuditLog audit) {
        this.keys = keys;
        this.audit = audit;
    }

    protected KeysResource() { // CDI proxy
        this(null, null);
    }

    /**
     * A key pair: {@code next}, {@code active}, {@code retiring} or {@code revoked}, since when and, if nobody interferes, until when.
     * Why is said of revoked ones only.
     */
    public record KeyItem(String kid, String state, Instant since, Instant until, Instant created, String why) {

        private static KeyItem of(ListedKey key) {
            return new KeyItem(
                    key.kid(),
                    key.stateName(),
                    key.since(),
                    key.until().orElse(null),
                    key.created(),
                    key.why().orElse(null));
        }
    }

    @GET
    public Listing<KeyItem> list() {
        return Listing.whole(keys.list().stream().map(KeyItem::of).toList());
    }

    /** Lets the next key sign from now on, if platforms have had the time to see it. */
    @POST
    @Path("rotate")
    public Listing<KeyItem> rotate() {
        audit.write(Optional.empty(), "key.rotate", "before its time");
        keys.rotate();
        return list();
    }

    /** Takes a key out of use and out of the key set at once. Body: {@code why}. */
    @POST
    @Path("{kid}/revoke")
    public Listing<KeyItem> revoke(@PathParam("kid") String kid, String body) {
        String why = Order.read(body, "why").text("why");
        audit.write(Optional.empty(), "key.revoke", "kid=" + Order.clean(kid) + " why=" + why);
        keys.revoke(kid, why);
        return list();
    }
}
