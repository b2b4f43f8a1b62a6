package org.lectern.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Makes answers of pages: HTML, and the headers that keep it safe. Safe for any thread. */
@ApplicationScoped
public class Pages {

    private static final int NONCE_BYTES = 16;

    private final BuiltWeb web;
    private final SecureRandom random;

    @Inject
    public Pages(BuiltWeb web, SecureRandom random) {
        this.web = web;
        this.random = random;
    }

    protected Pages() { // CDI proxy
        this(null, null);
    }

    /** A page, never cached; more headers may be added to it. */
    public Response.ResponseBuilder answer(int status, Page page, Framing framing) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        String html = web.template(page.template()).fill(page.textsWith(nonce), page.json());
        Response.ResponseBuilder answer =
                Response.status(status).type("text/html;charset=utf-8").entity(html);
        ContentSecurity.headers(framing, nonce).forEach(answer::header);
        return answer;
    }

    /** The page behind a reload: it knows nobody, its script posts the token that the tab remembers. */
    public Response.ResponseBuilder shell(Framing framing) {
        Page page = new Page("shell", "en", Map.of("title", "Opening your activity"), Optional.empty());
        return answer(200, page, framing);
    }

    /** A notice. */
    public Response.ResponseBuilder answer(int status, Notice notice, Framing framing) {
        return answer(status, notice.page(), framing);
    }
}
