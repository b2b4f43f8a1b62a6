package org.lectern.playground.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came in, fully read. The path is split at slashes ({@code /acme/jwks} is {@code [acme, jwks]}); header names
 * are lower case.
 */
public record Request(String method, List<String> path, Parameters query, Map<String, String> headers, byte[] body) {
    public Request {
        path = List.copyOf(path);
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean isGet() {
        return method.equals("GET") || method.equals("HEAD");
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** The media type without parameters, in lower case; empty text when there is none. */
    public String mediaType() {
        return header("content-type").orElse("").split(";")[0].trim().toLowerCase(Locale.ROOT);
    }

    /** The body as a form; without parameters when it is of another type. */
    public Parameters form() {
        return Parameters.parse(mediaType().equals("application/x-www-form-urlencoded") ? bodyText() : "");
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Request request
                && method.equals(request.method)
                && path.equals(request.path)
                && query.equals(request.query)
                && headers.equals(request.headers)
                && Arrays.equals(body, request.body);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return "Request[" + method + " /" + String.join("/", path) + "]";
    }
}
