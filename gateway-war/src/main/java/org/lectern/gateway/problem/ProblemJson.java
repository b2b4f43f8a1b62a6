package org.lectern.gateway.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link Problem} on the wire (RFC 9457 §3). */
final class ProblemJson {

    static final String TYPE = "application/problem+json";

    private ProblemJson() {}

    static Response answer(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:lectern:problem:" + problem.code());
        body.put("title", problem.code());
        body.put("status", problem.status());
        body.put("detail", problem.getMessage());
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body);
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // RFC 9110 §15.5.2: a 401 must say how
        }
        problem.retryAfter().ifPresent(wait -> answer.header("Retry-After", Math.max(1, wait.toSeconds())));
        return answer.build();
    }
}
