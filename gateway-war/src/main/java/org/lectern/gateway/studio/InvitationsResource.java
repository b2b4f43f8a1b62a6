package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.lectern.gateway.page.JsonBody;
import org.lectern.gateway.session.CurrentSession;
import org.lectern.gateway.session.WithSession;

/** Becoming a video's co-editor. */
@Path("/api/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@WithSession
@ApplicationScoped
public class InvitationsResource {

    private final Deeds deeds;
    private final CoEditors editors;
    private final VideoJson json;

    @Inject
    public InvitationsResource(Deeds deeds, CoEditors editors, VideoJson json) {
        this.deeds = deeds;
        this.editors = editors;
        this.json = json;
    }

    protected InvitationsResource() { // CDI proxy
        this(null, null, null);
    }

    /** Uses a code up: {@code {"code":"…"}}; answers with the video. */
    @POST
    public Response accept(InputStream body, @Context ContainerRequestContext request) {
        String code = JsonBody.read(body, "studio").required("code");
        return VideoJson.answer(
                deeds.of(CurrentSession.of(request), deed -> json.video(deed, editors.accept(deed, code))));
    }
}
