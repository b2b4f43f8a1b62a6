package org.lectern.lti.dynamic;

import java.net.URI;
import java.util.Optional;

/**
 * Speaks HTTP with a platform; the host implements it with its guarded client: a time limit, no redirects, no private
 * addresses, at most {@link PlatformAnswer#LIMIT} bytes, always a User-Agent (Canvas refuses requests without one). Whatever
 * status comes back is an answer; without one it throws {@link RegistrationRefused} with {@code platform.*}, {@code
 * address.invalid} or {@code answer.too_large}.
 */
public interface RegistrationHttp {

    /** GET, {@code Accept: application/json}; {@code bearer} goes into {@code Authorization} when there is one. */
    PlatformAnswer get(URI address, Optional<String> bearer);

    /** POST or PUT of {@code application/json}. */
    PlatformAnswer send(String method, URI address, Optional<String> bearer, byte[] json);
}
