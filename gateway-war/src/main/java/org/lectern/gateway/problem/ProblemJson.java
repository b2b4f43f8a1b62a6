package org.lectern.gateway.problem;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link Problem} on the wire (RFC 9457 §3), for JAX-RS and for servlets. Pure. */
public final class ProblemJson {

    /** Its media type. */
    public static final String TYPE = "application/problem+json";

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private ProblemJson() {}

    /** Its body. */
    public static String text(Problem problem) {
        return BUILDERS.createObjectBuilder()
                .add("type", "urn:lectern:problem:" + problem.code())
                .add("title", problem.code())
                .add("status", problem.status())
                .add("detail", problem.getMessage())
                .build()
                .toString();
    }

    /** What its answer's head says beside the type. */
    public static Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        if (problem.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer"); // RFC 9110 §15.5.2: a 401 must say how
        }
        problem.retryAfter()
                .ifPresent(wait -> headers.put("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
        return headers;
    }

    static Response answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(TYPE).entity(text(problem));
        headers(problem).forEach(answer::header);
        return answer.build();
    }
}
