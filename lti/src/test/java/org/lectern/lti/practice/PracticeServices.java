package org.lectern.lti.practice;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceHttp;
import org.lectern.lti.access.ServiceRequest;

/**
 * A platform's service side in memory: hands out numbered tokens at {@code …/token} and passes the rest on. Keeps every
 * request for tests to look at. Thread-safe.
 */
public final class PracticeServices implements ServiceHttp {
    private final List<ServiceRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Set<String>> granted = new ConcurrentHashMap<>();
    private volatile Function<ServiceRequest, ServiceAnswer> tokens = this::nextToken;
    private volatile Function<ServiceRequest, ServiceAnswer> service = request -> answer(200, "");

    @Override
    public ServiceAnswer send(ServiceRequest request) {
        requests.add(request);
        return (request.address().getPath().endsWith("/token") ? tokens : service).apply(request);
    }

    /** What token requests are answered with from now on. */
    public void tokens(Function<ServiceRequest, ServiceAnswer> answers) {
        this.tokens = answers;
    }

    /** What all other requests are answered with from now on. */
    public void service(Function<ServiceRequest, ServiceAnswer> answers) {
        this.service = answers;
    }

    public List<ServiceRequest> tokenRequests() {
        return seen(true);
    }

    public List<ServiceRequest> serviceRequests() {
        return seen(false);
    }

    private List<ServiceRequest> seen(boolean token) {
        synchronized (requests) {
            return requests.stream()
                    .filter(request -> request.address().getPath().endsWith("/token") == token)
                    .toList();
        }
    }

    /** A good answer of a token endpoint; the token is named by the number of requests so far. */
    public ServiceAnswer nextToken(ServiceRequest request) {
        String token = "token-" + tokenRequests().size();
        String scope = form(request).get("scope");
        granted.put("Bearer " + token, Set.of(scope.split(" ")));
        return answer(
                200,
                JSONObjectUtils.toJSONString(
                        Map.of("access_token", token, "token_type", "Bearer", "expires_in", 3600, "scope", scope)));
    }

    /** What the bearer of a request was granted; nothing for a token that was not handed out, or revoked. */
    public Set<String> scopes(ServiceRequest request) {
        return granted.getOrDefault(request.headers().getOrDefault("Authorization", ""), Set.of());
    }

    /** No token that was handed out works any more. */
    public void revokeTokens() {
        granted.clear();
    }

    /** Moodle's way of naming a type, and any body. */
    public static ServiceAnswer answer(int status, String body) {
        return new ServiceAnswer(status, Map.of("Content-Type", "text/html"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The fields of a form post. */
    public static Map<String, String> form(ServiceRequest request) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : new String(request.body(), StandardCharsets.UTF_8).split("&")) {
            String[] parts = field.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
