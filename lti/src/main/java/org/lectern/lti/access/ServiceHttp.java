package org.lectern.lti.access;

/**
 * Sends one request over the network; the host implements it with its guarded HTTP client. The answer is given as it came:
 * redirects are not followed, nothing is tried again, a body that is longer than asked for is a failure. Exactly the
 * headers of the request are sent, besides {@code Host}, {@code User-Agent} (some platforms insist on one) and {@code
 * Content-Length}; above all no {@code Accept} of its own. Called from any thread.
 */
@FunctionalInterface
public interface ServiceHttp {

    /** @throws ServiceUnreachable when there is no whole answer within the request's time */
    ServiceAnswer send(ServiceRequest request);
}
