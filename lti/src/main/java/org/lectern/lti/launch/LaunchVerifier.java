package org.lectern.lti.launch;

import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.lectern.lti.keys.PlatformKeys;
import org.lectern.lti.login.PendingLogin;
import org.lectern.lti.login.PendingLogins;
import org.lectern.lti.login.PlatformStorage;
import org.lectern.lti.login.SecretHash;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.refusal.LaunchSource;
import org.lectern.lti.registration.PlatformRegistration;
import org.lectern.lti.registration.RegisteredPlatform;
import org.lectern.lti.registration.RegistrationLookup;
import org.lectern.lti.registration.Registrations;

/**
 * Decides whether a launch is to be trusted (LTI 1.3 core §4, §5; Security Framework 1.0 §5.1.3). Cheap checks come
 * first, and without a live login no key set is fetched and nothing is stored. It changes nothing: see {@link
 * VerifiedLaunch} for the one step that is the host's. Thread-safe.
 */
public final class LaunchVerifier {
    private static final int STATE_LIMIT = 256;

    private final RegistrationLookup registrations;
    private final PendingLogins logins;
    private final PlatformKeys keys;
    private final ClaimRules rules;
    private final Clock clock;

    public LaunchVerifier(
            Registrations registrations,
            PendingLogins logins,
            PlatformKeys keys,
            LaunchSettings settings,
            Clock clock) {
        this.registrations = new RegistrationLookup(registrations);
        this.logins = logins;
        this.keys = keys;
        this.rules = new ClaimRules(settings);
        this.clock = clock;
    }

    /** @throws LaunchRejected with the first check that failed, and where the launch came from as far as is known */
    public VerifiedLaunch verify(LaunchRequest request) {
        Optional<IdToken> token = shape(request);
        PendingLogin login = liveLogin(request);
        try {
            IdToken answered = token.orElseThrow(() -> PlatformErrors.of(request));
            BindingCarrier carrier = binding(request, login);
            return verified(answered, login, carrier);
        } catch (LaunchRejected refused) {
            throw refused.source().equals(LaunchSource.UNKNOWN) ? refused.from(source(login)) : refused;
        }
    }

    /** Where the page of a launch without cookie may find its binding secret; empty if the platform offers no storage. */
    public Optional<PlatformStorage> storage(LaunchRequest request) {
        PendingLogin login = liveLogin(request);
        return PlatformStorage.of(login, platform(login).origin());
    }

    private static Optional<IdToken> shape(LaunchRequest request) {
        if (request.idToken().filter(token -> token.length() > IdToken.LIMIT).isPresent()) {
            throw new LaunchRejected(
                    LaunchRefusal.JWT_TOO_LARGE, "the token has more than " + IdToken.LIMIT + " characters");
        }
        if (request.idToken().isPresent() == request.error().isPresent()) {
            throw new LaunchRejected(LaunchRefusal.REQUEST_MALFORMED, "there must be either an id_token or an error");
        }
        return request.idToken().map(IdToken::of);
    }

    private PendingLogin liveLogin(LaunchRequest request) {
        String state = request.state()
                .orElseThrow(() -> new LaunchRejected(LaunchRefusal.STATE_MISSING, "the form has no state"));
        if (state.length() > STATE_LIMIT) {
            throw new LaunchRejected(
                    LaunchRefusal.STATE_UNKNOWN, "the state has more than " + STATE_LIMIT + " characters");
        }
        PendingLogin login = logins.find(SecretHash.of(state))
                .orElseThrow(() -> new LaunchRejected(LaunchRefusal.STATE_UNKNOWN, "no login has this state"));
        if (login.used()) {
            throw new LaunchRejected(LaunchRefusal.STATE_USED, "this login was finished before", source(login), null);
        }
        if (login.expired(clock.instant())) {
            throw new LaunchRejected(
                    LaunchRefusal.STATE_EXPIRED, "this login expired at " + login.expires(), source(login), null);
        }
        return login;
    }

    private static BindingCarrier binding(LaunchRequest request, PendingLogin login) {
        String name = CookieBinding.name(request.state().orElseThrow());
        Optional<String> cookie =
                Optional.ofNullable(request.cookies().get(name)).filter(value -> !value.isEmpty());
        String secret = cookie.or(() -> request.storedSecret().filter(value -> !value.isEmpty()))
                .orElseThrow(() -> new LaunchRejected(
                        LaunchRefusal.BINDING_MISSING, "neither cookie nor platform storage gave the binding secret"));
        if (!SecretHash.matches(secret, login.bindingHash())) {
            throw new LaunchRejected(LaunchRefusal.BINDING_WRONG, "the binding secret is not the one of this login");
        }
        return cookie.isPresent() ? BindingCarrier.COOKIE : BindingCarrier.STORAGE;
    }

    private VerifiedLaunch verified(IdToken token, PendingLogin login, BindingCarrier carrier) {
        RegisteredPlatform platform = platform(login);
        String kid = token.kid();
        RSAPublicKey key = keys.find(platform.any(), kid, IdToken.ALGORITHM);
        Claims claims = new Claims(token.claims(key));
        Instant now = clock.instant();
        rules.check(claims, login, now);
        MessageType type = rules.messageType(claims);
        URI target = rules.target(claims, login);
        PlatformRegistration registration = registrations.deployment(platform, claims.id(ClaimNames.DEPLOYMENT_ID));
        return new VerifiedLaunch(new LaunchReader(claims).launch(registration, type, target, now), login, carrier);
    }

    private RegisteredPlatform platform(PendingLogin login) {
        return registrations.platform(login.issuer(), Optional.of(login.clientId()), login.deploymentHint());
    }

    private LaunchSource source(PendingLogin login) {
        try {
            return platform(login).source();
        } catch (LaunchRejected gone) {
            return new LaunchSource(
                    Optional.empty(), Optional.of(login.issuer()), Optional.of(login.clientId()), Optional.empty());
        }
    }
}
