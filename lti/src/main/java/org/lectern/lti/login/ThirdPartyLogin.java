package org.lectern.lti.login;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.RegisteredPlatform;
import org.lectern.lti.registration.RegistrationLookup;
import org.lectern.lti.registration.Registrations;
import org.lectern.lti.registration.WebOrigin;

/**
 * Starts logins that a platform asked for (1EdTech Security Framework 1.0 §5.1.1): finds the platform, makes the
 * secrets, stores the row and answers with the authentication request. Thread-safe.
 */
public final class ThirdPartyLogin {
    private static final int SECRET_BYTES = 32;

    private final RegistrationLookup registrations;
    private final PendingLogins logins;
    private final LoginSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    public ThirdPartyLogin(
            Registrations registrations,
            PendingLogins logins,
            LoginSettings settings,
            Clock clock,
            SecureRandom random) {
        this.registrations = new RegistrationLookup(registrations);
        this.logins = logins;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** @throws LaunchRejected with a {@code login.*} refusal; nothing is stored then */
    public LoginStarted start(LoginInitiation asked) {
        RegisteredPlatform platform = registrations.platform(asked.issuer(), asked.clientId(), asked.deploymentId());
        URI target = ownTarget(asked, platform);
        String state = secret();
        String nonce = secret();
        String binding = secret();
        Instant now = clock.instant();
        PendingLogin pending = new PendingLogin(
                SecretHash.of(state),
                SecretHash.of(nonce),
                SecretHash.of(binding),
                platform.issuer(),
                platform.clientId(),
                asked.deploymentId(),
                target,
                asked.storageTarget(),
                now,
                now.plus(settings.lifetime()),
                false);
        logins.save(pending);
        URI redirect =
                AuthenticationRequest.to(platform, settings.launchUrl(), asked).with(state, nonce);
        return new LoginStarted(redirect, state, binding, pending);
    }

    private URI ownTarget(LoginInitiation asked, RegisteredPlatform platform) {
        try {
            URI target = new URI(asked.targetLinkUri());
            if (WebOrigin.of(target).equals(WebOrigin.of(settings.launchUrl()))) {
                return target;
            }
        } catch (java.net.URISyntaxException notAnAddress) {
            throw foreign("target_link_uri is not an address", platform, notAnAddress);
        }
        throw foreign("target_link_uri is not on this tool's scheme, host and port", platform, null);
    }

    private static LaunchRejected foreign(String detail, RegisteredPlatform platform, Throwable cause) {
        return new LaunchRejected(LaunchRefusal.LOGIN_TARGET_FOREIGN, detail, platform.source(), cause);
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
