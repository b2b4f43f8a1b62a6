package org.lectern.gateway.launch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.lti.keys.KeySetSettings;
import org.lectern.lti.keys.KeySetSource;
import org.lectern.lti.keys.PlatformKeys;
import org.lectern.lti.launch.LaunchRequest;
import org.lectern.lti.launch.LaunchSettings;
import org.lectern.lti.launch.LaunchVerifier;
import org.lectern.lti.launch.VerifiedLaunch;
import org.lectern.lti.login.LoginInitiation;
import org.lectern.lti.login.LoginSettings;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.login.PendingLogin;
import org.lectern.lti.login.PendingLogins;
import org.lectern.lti.login.PlatformStorage;
import org.lectern.lti.login.SecretHash;
import org.lectern.lti.login.ThirdPartyLogin;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.RegisteredPlatform;
import org.lectern.lti.registration.RegistrationLookup;
import org.lectern.lti.registration.Registrations;
import org.lectern.lti.registration.WebOrigin;

/** The {@code lti} library put together for this deployment. Safe for any thread. */
@ApplicationScoped
public class LtiTool {

    private static final String LAUNCH_PATH = "/lti/launch";
    private static final int REFRESHES_WAITING = 1000;

    private final Registrations registrations;
    private final JdbcPendingLogins logins;
    private final LoginSettings settings;
    private final Clock clock;
    private final SecureRandom random;
    private final LaunchVerifier verifier;
    private final ThreadPoolExecutor refreshing;

    @Inject
    public LtiTool(
            Registrations registrations,
            JdbcPendingLogins logins,
            KeySetSource source,
            LaunchFollowers followers,
            BaseUrl base,
            Clock clock,
            SecureRandom random) {
        this.registrations = registrations;
        this.logins = logins;
        this.settings = LoginSettings.of(base.at(LAUNCH_PATH));
        this.clock = clock;
        this.random = random;
        this.refreshing = refreshing();
        PlatformKeys keys = new PlatformKeys(source, KeySetSettings.DEFAULT, clock, refreshing);
        this.verifier = new LaunchVerifier(
                registrations, logins, keys, LaunchSettings.of(base.value()).accepting(followers.types()), clock);
    }

    protected LtiTool() { // CDI proxy
        this.registrations = null;
        this.logins = null;
        this.settings = null;
        this.clock = null;
        this.random = null;
        this.verifier = null;
        this.refreshing = null;
    }

    /** Starts a login; its row keeps the hints, so that it can be started anew in another window, but not in a third one. */
    public LoginStarted start(LoginInitiation asked, LoginStart start) {
        Optional<LoginHints> hints = Optional.of(new LoginHints(asked.loginHint(), asked.messageHint()))
                .filter(restartable -> start != LoginStart.WINDOW);
        return new ThirdPartyLogin(registrations, new WithHints(logins, hints, start), settings, clock, random)
                .start(asked);
    }

    /** Verifies a launch; consuming its login is the caller's. */
    public VerifiedLaunch verify(LaunchRequest request) {
        return verifier.verify(request);
    }

    /** Where the browser of a launch without cookie may find its binding secret. */
    public Optional<PlatformStorage> storage(LaunchRequest request) {
        return verifier.storage(request);
    }

    /** An address beside the launch address. */
    public URI beside(String path) {
        return settings.launchUrl().resolve(path);
    }

    /** Our own origin, as browsers call it. */
    public WebOrigin origin() {
        return WebOrigin.of(settings.launchUrl()).orElseThrow();
    }

    /** Why a login that was started ends here: its browser can carry nothing to the launch. Or that there is no such login. */
    public LaunchRejected unbound(String state) {
        return logins.find(SecretHash.of(state))
                .map(login -> new LaunchRejected(
                        LaunchRefusal.BINDING_MISSING,
                        "no cookie comes back in this frame, and the platform keeps nothing for us",
                        platform(login).source(),
                        null))
                .orElseGet(() -> new LaunchRejected(LaunchRefusal.STATE_UNKNOWN, "no login has this state"));
    }

    private RegisteredPlatform platform(PendingLogin login) {
        return new RegistrationLookup(registrations)
                .platform(login.issuer(), Optional.of(login.clientId()), login.deploymentHint());
    }

    /** How long a login may take; the binding cookie lives as long. */
    public java.time.Duration loginLifetime() {
        return settings.lifetime();
    }

    @PreDestroy
    void stop() {
        refreshing.shutdownNow();
    }

    /** One thread is enough: key sets are refreshed ahead of need. When many wait, the request does it itself. */
    private static ThreadPoolExecutor refreshing() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(REFRESHES_WAITING),
                work -> {
                    Thread thread = new Thread(work, "lectern-key-sets");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** One login's view of the store: saves it together with its hints. */
    private record WithHints(JdbcPendingLogins logins, Optional<LoginHints> hints, LoginStart start)
            implements PendingLogins {

        @Override
        public void save(PendingLogin login) {
            logins.save(login, hints, start);
        }

        @Override
        public Optional<PendingLogin> find(String stateHash) {
            return logins.find(stateHash);
        }

        @Override
        public boolean consume(String stateHash, Instant now) {
            return logins.consume(stateHash, now);
        }
    }
}
