package org.lectern.gateway.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The picture that a course shows beside a link of ours. */
@Path(IconResource.PATH)
@ApplicationScoped
public class IconResource {

    static final String PATH = "/lti/icon.png";

    /** Its width and height in pixels. */
    static final int SIZE = 128;

    private final byte[] picture = picture();

    /** PNG; any page may show it. */
    @GET
    public Response icon() {
        return Response.ok(picture, "image/png")
                .header("Cache-Control", "public, max-age=86400")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static byte[] picture() {
        try (InputStream in = IconResource.class.getResourceAsStream("icon.png")) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the icon of this deployment", unreadable);
        }
    }
}
