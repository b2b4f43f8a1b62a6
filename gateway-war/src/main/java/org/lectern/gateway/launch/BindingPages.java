package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Page;
import org.lectern.gateway.page.Pages;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.login.PlatformStorage;
import org.lectern.lti.refusal.LaunchSource;

/**
 * The pages between platform and launch that nobody has to touch; {@code binding/binding.ts} does their work. Framed by the platform
 * alone, since they carry a login's secret or a launch's token. Safe for any thread.
 */
@ApplicationScoped
public class BindingPages {

    /** The field in which the last page posts what the platform had kept; empty when that was nothing. */
    static final String FIELD = "binding";

    private static final String TITLE = "Opening your activity";
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final Pages pages;
    private final Tenants tenants;

    @Inject
    public BindingPages(Pages pages, Tenants tenants) {
        this.pages = pages;
        this.tenants = tenants;
    }

    protected BindingPages() { // CDI proxy
        this(null, null);
    }

    /**
     * After a login: leaves the secret in the platform's storage and goes on to the platform.
     *
     * @param only whether the storage is all there is: then who cannot use it is shown the way to a window instead
     */
    public Response.ResponseBuilder keep(LoginStarted started, PlatformStorage storage, boolean only) {
        String next = started.redirect().toString();
        JsonObjectBuilder task = task("keep", storage)
                .add("secret", started.bindingSecret())
                .add("next", next)
                .add("otherwise", only ? LoginResource.unboundPath(started.state()) : next);
        return waiting(
                200,
                task,
                "binding.asking",
                "Your learning platform is being asked who you are. This takes a moment.",
                next,
                new LaunchSource(
                        Optional.empty(),
                        Optional.of(started.pending().issuer()),
                        Optional.of(started.pending().clientId()),
                        started.pending().deploymentHint()));
    }

    /** At a launch without a cookie: takes the secret back and posts the same launch with it. */
    public Response.ResponseBuilder takeBack(String token, String state, PlatformStorage storage, LaunchSource from) {
        JsonObjectBuilder task = task("take-back", storage).add("shell", "/session");
        Page page = new Page(
                "take-back", "en", Map.of("title", TITLE, "token", token, "state", state), Optional.of(task.build()));
        return pages.answer(200, page, Framing.unknown(tenants.all(), from));
    }

    /** After an error that may pass, under its status: goes there in a moment. */
    public Response.ResponseBuilder askAgain(int status, String next, LaunchSource from) {
        JsonObjectBuilder task =
                BUILDERS.createObjectBuilder().add("step", "ask-again").add("next", next);
        return waiting(
                status,
                task,
                "binding.retrying",
                "Your learning platform was busy just now. It is being asked once more.",
                next,
                from);
    }

    private Response.ResponseBuilder waiting(
            int status, JsonObjectBuilder task, String message, String sentence, String next, LaunchSource from) {
        Page page = new Page(
                "waiting",
                "en",
                Map.of("title", TITLE, "message", message, "sentence", sentence, "next", next),
                Optional.of(task.build()));
        return pages.answer(status, page, Framing.unknown(tenants.all(), from));
    }

    private static JsonObjectBuilder task(String step, PlatformStorage storage) {
        return BUILDERS.createObjectBuilder()
                .add("step", step)
                .add("frame", storage.frame())
                .add("origin", storage.origin().toString())
                .add("key", storage.key());
    }
}
