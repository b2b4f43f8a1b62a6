package org.lectern.gateway.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.launch.LaunchPage;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.page.Framing;
import org.lectern.gateway.page.Page;
import org.lectern.gateway.page.Pages;
import org.lectern.gateway.page.SessionJson;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;
import org.lectern.lti.deeplink.DeepLinkingSettings;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.MessageType;
import org.lectern.lti.registration.WebOrigin;

/** The page of a deep linking launch, at first and after a reload; its script is {@code picker/picker.ts}. Safe for any thread. */
@ApplicationScoped
public class PickerPage implements LaunchPage {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private final DeepLinkRequests requests;
    private final Library library;
    private final SessionJson json;
    private final Pages pages;
    private final Clock clock;

    @Inject
    public PickerPage(DeepLinkRequests requests, Library library, SessionJson json, Pages pages, Clock clock) {
        this.requests = requests;
        this.library = library;
        this.json = json;
        this.pages = pages;
        this.clock = clock;
    }

    protected PickerPage() { // CDI proxy
        this(null, null, null, null, null);
    }

    @Override
    public MessageType opens() {
        return MessageType.DEEP_LINKING;
    }

    @Override
    public Response.ResponseBuilder answer(Tenant tenant, LearnerSession session, SessionToken token, Launch launch) {
        return page(tenant, session, token)
                .orElseThrow(() -> new IllegalStateException("a deep linking launch left no request"));
    }

    /** The page of a session that was opened for it; empty for any other. */
    Optional<Response.ResponseBuilder> page(Tenant tenant, LearnerSession session, SessionToken token) {
        return requests.find(session.id()).map(request -> page(tenant, session, token, request));
    }

    private Response.ResponseBuilder page(
            Tenant tenant, LearnerSession session, SessionToken token, DeepLinkRequest request) {
        Standing standing = Standing.of(session, request, clock.instant());
        List<Video> entries = standing == Standing.OPEN ? library.declared(tenant) : List.of();
        Framing framing = Framing.by(tenant, session.platform()).playing(entries);
        Page page = new Page(
                "picker",
                session.language(),
                Map.of("title", "Choose videos"),
                Optional.of(json(tenant, session, token, request, standing, entries)));
        return pages.answer(200, page, standing.answerable() ? framing.posting(receiver(request)) : framing);
    }

    /** The only foreign place that the page may post to; checked to be an address when the launch was read. */
    private static WebOrigin receiver(DeepLinkRequest request) {
        return WebOrigin.of(request.settings().orElseThrow().returnUrl()).orElseThrow();
    }

    private JsonObject json(
            Tenant tenant,
            LearnerSession session,
            SessionToken token,
            DeepLinkRequest request,
            Standing standing,
            List<Video> entries) {
        JsonArrayBuilder items = BUILDERS.createArrayBuilder();
        entries.forEach(entry -> items.add(json.media(tenant, session, entry)));
        JsonObjectBuilder page = json.common(session, token, "picker")
                .add("renew", PickerDoor.path(session.tenant()))
                .add("answer", DeepLinkResource.PATH)
                .add("standing", standing.word())
                .add("items", items);
        request.settings().ifPresent(settings -> page.add("accept", accept(settings)));
        return page.build();
    }

    private static JsonObjectBuilder accept(DeepLinkingSettings settings) {
        return BUILDERS.createObjectBuilder()
                .add("multiple", settings.acceptMultiple())
                .add("grade", settings.mayBeGraded())
                .add("window", settings.showsInWindow());
    }
}
