package org.lectern.gateway.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The error page of the whole application ({@code web.xml}): what the server itself refuses, before any resource is asked, becomes a
 * {@link Problem} on the wire instead of the server's own page. Asked for directly, it is not there.
 */
@WebServlet("/problem")
public final class ServerRefusal extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object refused = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = refused instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        Response.Status known = Response.Status.fromStatusCode(status);
        // Written out by hand: nothing of the request is in it, and no JSON provider may be involved this early.
        byte[] body = ("{\"type\":\"urn:lectern:problem:http." + status + "\",\"title\":\"http." + status
                        + "\",\"status\":" + status + ",\"detail\":\""
                        + (known == null ? "The request was refused." : known.getReasonPhrase()) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(ProblemJson.TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
