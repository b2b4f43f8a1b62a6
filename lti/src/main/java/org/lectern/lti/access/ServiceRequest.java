package org.lectern.lti.access;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One request to a platform. {@code body} is empty when there is none. {@code limit} is the longest answer to read, in bytes;
 * {@code within} the time from name resolution to the last byte.
 */
public record ServiceRequest(
        Method method, URI address, Map<String, String> headers, byte[] body, int limit, Duration within) {

    /** Longest answer unless asked for otherwise. */
    public static final int LIMIT = 1024 * 1024;

    /** Time for a call unless asked for otherwise. */
    public static final Duration WITHIN = Duration.ofSeconds(20);

    /** What the services of LTI Advantage need. */
    public enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    public ServiceRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(address);
        Objects.requireNonNull(within);
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    /** Asks for exactly one media type: real platforms refuse lists. */
    public static ServiceRequest get(URI address, String accept) {
        return new ServiceRequest(Method.GET, address, Map.of("Accept", accept), new byte[0], LIMIT, WITHIN);
    }

    public static ServiceRequest post(URI address, String contentType, byte[] body) {
        return new ServiceRequest(Method.POST, address, Map.of("Content-Type", contentType), body, LIMIT, WITHIN);
    }

    public static ServiceRequest delete(URI address) {
        return new ServiceRequest(Method.DELETE, address, Map.of(), new byte[0], LIMIT, WITHIN);
    }

    public ServiceRequest with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ServiceRequest(method, address, more, body, limit, within);
    }

    public ServiceRequest within(Duration time) {
        return new ServiceRequest(method, address, headers, body, limit, time);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** Without headers and body, which carry tokens and persons. */
    @Override
    public String toString() {
        return "ServiceRequest[" + method + " " + address.getHost() + "]";
    }
}
