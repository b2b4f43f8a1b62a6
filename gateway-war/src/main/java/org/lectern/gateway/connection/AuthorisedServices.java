package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.lectern.lti.access.AccessTokens;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.access.ServiceHttp;
import org.lectern.lti.keys.Signer;

/** The platforms' services as every room calls them: one memory of access tokens for this node, signed for by our active key. */
@ApplicationScoped
public class AuthorisedServices {

    @Produces
    @Singleton
    PlatformServices services(ServiceHttp http, Signer signer, Clock clock, SecureRandom random) {
        return new PlatformServices(http, new AccessTokens(http, signer, clock, random));
    }
}
