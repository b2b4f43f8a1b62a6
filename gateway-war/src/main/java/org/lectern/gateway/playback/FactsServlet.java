package org.lectern.gateway.playback;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.problem.ProblemJson;
import org.lectern.gateway.problem.Unforeseen;

/**
 * {@link FactsEndpoint} on the wire: 202 with what is committed, or the problem. A servlet and not a JAX-RS resource, because this is
 * the one address that every viewer asks every few seconds, and JAX-RS cost more than all of accepting (docs/decisions/0014).
 */
@WebServlet("/api/v1/facts")
public class FactsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient FactsEndpoint facts;

    @Inject
    public FactsServlet(FactsEndpoint facts) {
        this.facts = facts;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!request.getMethod().equals("POST")) {
                response.setHeader("Allow", "POST");
                throw new Problem(405, "http.405", "Facts are sent with POST.");
            }
            Accepted accepted = facts.report(
                    request.getContentType(),
                    request.getHeader("Authorization"),
                    request.getContentLengthLong(),
                    request.getInputStream());
            response.setHeader("Cache-Control", "no-store");
            write(response, HttpServletResponse.SC_ACCEPTED, "application/json", accepted.json());
        } catch (Problem problem) {
            refuse(response, problem);
        } catch (RuntimeException unforeseen) {
            refuse(response, Unforeseen.problem(unforeseen));
        }
    }

    private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
        ProblemJson.headers(problem).forEach(response::setHeader);
        write(response, problem.status(), ProblemJson.TYPE, ProblemJson.text(problem));
    }

    private static void write(HttpServletResponse response, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
