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
import java.util.Map;
import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.launch.LaunchPage;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Shelves;
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
    private final Shelves shelves;
    private final SessionJson json;
    private final Pages pages;
    private final Clock clock;

    @Inject
    public PickerPage(
            DeepLinkRequests requests, Library library, Shelves shelves, SessionJson json, Pages pages, Clock clock) {
        this.requests = requests;
        this.library = library;
        this.shelves = shelves;
        this.json = json;
        this.pages = pages;
        this.clock = clock;
    }

    protected PickerPage() { // CDI proxy
        this(null, null, null, null, null, null);
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
        boolean open = standing == Standing.OPEN;
        Framing here = Framing.by(tenant, session.platform());
        Framing framing = open ? here.playing(library.declared(tenant)).playing(shelves.origins(tenant)) : here;
        Page page = new Page(
                "picker",
                session.language(),
                Map.of("title", "Choose videos"),
                Optional.of(json(tenant, session, token, request, standing)));
        return pages.answer(200, page, standing.answerable() ? framing.posting(receiver(request)) : framing);
    }

    /** The only foreign place that the page may post to; checked to be an address when the launch was read. */
    private static WebOrigin receiver(DeepLinkRequest request) {
        return WebOrigin.of(request.settings().orElseThrow().returnUrl()).orElseThrow();
    }

    private JsonObject json(
            Tenant tenant, LearnerSession session, SessionToken token, DeepLinkRequest request, Standing standing) {
        JsonObjectBuilder page = json.common(session, token, "picker")
                .add("renew", PickerDoor.path(session.tenant()))
                .add("answer", DeepLinkResource.PATH)
                .add("standing", standing.word());
        if (standing == Standing.OPEN) {
            page.add("videos", DeepLinkResource.PATH + "/videos");
            sheet(page, tenant, session, null, null);
        } else {
            page.add("items", BUILDERS.createArrayBuilder());
        }
        request.settings().ifPresent(settings -> page.add("accept", accept(settings)));
        return page.build();
    }

    /** Adds a page of what may be chosen, with the links to look at it: {@code items} and {@code next}. */
    void sheet(JsonObjectBuilder page, Tenant tenant, LearnerSession session, String typed, String after) {
        Shelves.Sheet sheet = shelves.choosable(tenant, session, typed, after);
        JsonArrayBuilder items = BUILDERS.createArrayBuilder();
        sheet.videos().forEach(video -> items.add(json.media(tenant, session, video)));
        page.add("items", items);
        sheet.next().ifPresent(next -> page.add("next", next));
    }

    private static JsonObjectBuilder accept(DeepLinkingSettings settings) {
        return BUILDERS.createObjectBuilder()
                .add("multiple", settings.acceptMultiple())
                .add("grade", settings.mayBeGraded())
                .add("window", settings.showsInWindow());
    }
}
