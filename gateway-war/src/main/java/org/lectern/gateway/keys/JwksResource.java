package org.lectern.gateway.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * Our public keys, for platforms (RFC 7517). A next key is published long before it signs, so answers may be cached; not for long, so
 * that a revoked key is gone everywhere within minutes.
 */
@Path("/lti/jwks")
@ApplicationScoped
public class JwksResource {

    private final JdbcToolKeys keys;

    @Inject
    public JwksResource(JdbcToolKeys keys) {
        this.keys = keys;
    }

    protected JwksResource() { // CDI proxy
        this(null);
    }

    /** The JSON Web Key Set. */
    @GET
    public Response keySet() {
        // application/json, not application/jwk-set+json: some platforms refuse what they do not know.
        return Response.ok(keys.keys().publicJwks(), "application/json")
                .header("Cache-Control", "public, max-age=300")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
