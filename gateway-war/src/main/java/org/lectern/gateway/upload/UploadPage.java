package org.lectern.gateway.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Page;
import org.lectern.gateway.page.Pages;
import org.lectern.gateway.page.SessionJson;
import org.lectern.gateway.page.SessionResource;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;

/** "Add a video". Safe for any thread. */
@ApplicationScoped
public class UploadPage {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final String PERMISSIONS = "Permissions-Policy";

    /** The one page that records. */
    private static final String RECORDING = "autoplay=(self), fullscreen=(self), camera=(self), microphone=(self),"
            + " display-capture=(self), geolocation=(), payment=(), usb=()";

    private final Pages pages;
    private final SessionJson json;
    private final UploadSettings settings;

    @Inject
    public UploadPage(Pages pages, SessionJson json, UploadSettings settings) {
        this.pages = pages;
        this.json = json;
        this.settings = settings;
    }

    protected UploadPage() { // CDI proxy
        this(null, null, null);
    }

    Response.ResponseBuilder answer(Tenant tenant, LearnerSession session, SessionToken token) {
        UploadPolicy policy = settings.policy(tenant.id());
        JsonArrayBuilder types = BUILDERS.createArrayBuilder();
        policy.types().stream().sorted().forEach(types::add);
        // A reload opens this page again; the player's address is the way back to the videos.
        JsonObjectBuilder told = json.common(session, token, "upload")
                .add("renew", UploadDoor.path(session.tenant()))
                .add("player", SessionResource.path(session.tenant()))
                .add(
                        "limits",
                        BUILDERS.createObjectBuilder()
                                .add("bytes", policy.maxBytes())
                                .add("types", types));
        settings.capture(tenant.id())
                .ifPresent(tool -> told.add(
                        "capture",
                        BUILDERS.createObjectBuilder()
                                .add("url", tool.url().toString())
                                .add("name", tool.name())));
        Page page = new Page("upload", session.language(), Map.of("title", "Add a video"), Optional.of(told.build()));
        return pages.answer(200, page, Framing.by(tenant, session.platform()))
                .header(PERMISSIONS, null)
                .header(PERMISSIONS, RECORDING);
    }
}
