package org.lectern.lti.keys;

import java.net.URI;

/**
 * Fetches key sets over the network; the host implements it with its guarded HTTP client: time limits (2 s to connect,
 * 5 s in all), no redirects, no private addresses, at most {@link KeySetAnswer#LIMIT} bytes. Called by one thread per
 * key set at a time.
 */
@FunctionalInterface
public interface KeySetSource {

    KeySetAnswer fetch(URI jwksUrl) throws KeySetUnavailable;
}
