package org.lectern.bench.platform;

/**
 * A page that a launch opened.
 *
 * @param port of the gateway
 * @param api path of its interface
 * @param token the session's bearer token
 */
public record Opened(int port, String api, String token) {

    @Override
    public String toString() {
        return "Opened[port=" + port + "]";
    }
}
