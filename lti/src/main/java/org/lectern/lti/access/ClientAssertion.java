package org.lectern.lti.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.lectern.lti.keys.Signer;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * Who we are, signed: the JWT with which a tool authenticates at a token endpoint (RFC 7523 §3, Security Framework 1.0 §4.1.2). It
 * always carries {@code jti} and {@code iat}, though not every platform asks for them. It lives for three minutes: less than the
 * five that are allowed, more than the clocks of two servers differ.
 */
final class ClientAssertion {
    private static final Duration LIFETIME = Duration.ofMinutes(3);
    private static final int RANDOM_BYTES = 24;

    private final Signer signer;
    private final Clock clock;
    private final SecureRandom random;

    ClientAssertion(Signer signer, Clock clock, SecureRandom random) {
        this.signer = signer;
        this.clock = clock;
        this.random = random;
    }

    String of(PlatformRegistration registration) {
        Instant now = clock.instant();
        return signer.sign(new JWTClaimsSet.Builder()
                .issuer(registration.clientId())
                .subject(registration.clientId())
                .audience(registration.tokenAudience())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(unguessable())
                .build());
    }

    private String unguessable() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
