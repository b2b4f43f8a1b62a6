package org.lectern.lti.practice;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.lectern.lti.keys.KeySetSettings;
import org.lectern.lti.keys.PlatformKeys;
import org.lectern.lti.launch.CookieBinding;
import org.lectern.lti.launch.LaunchRequest;
import org.lectern.lti.launch.LaunchSettings;
import org.lectern.lti.launch.LaunchVerifier;
import org.lectern.lti.launch.VerifiedLaunch;
import org.lectern.lti.login.InMemoryPendingLogins;
import org.lectern.lti.login.LoginInitiation;
import org.lectern.lti.login.LoginSettings;
import org.lectern.lti.login.LoginStarted;
import org.lectern.lti.login.PendingLogins;
import org.lectern.lti.login.ThirdPartyLogin;
import org.lectern.lti.registration.PlatformRegistration;
import org.lectern.lti.registration.Registrations;

/** A whole tool in memory, which knows some registrations and reads the key set of one practice platform. */
public final class PracticeTool {
    public static final URI LAUNCH_URL = URI.create("https://tool.example.edu/lti/launch");

    private final HandWoundClock clock = HandWoundClock.started();
    private final PendingLogins logins = new InMemoryPendingLogins(1000);
    private final AtomicInteger fetches = new AtomicInteger();
    private final PracticePlatform platform;
    private final ThirdPartyLogin login;
    private final LaunchVerifier verifier;

    public PracticeTool(PracticePlatform platform) {
        this(platform, LaunchSettings.of(LAUNCH_URL), platform.registration());
    }

    public PracticeTool(PracticePlatform platform, LaunchSettings settings, PlatformRegistration... known) {
        Registrations registrations = Registrations.of(List.of(known));
        PlatformKeys keys = new PlatformKeys(
                url -> {
                    fetches.incrementAndGet();
                    return platform.keySetAnswer();
                },
                KeySetSettings.DEFAULT,
                clock,
                Runnable::run);
        this.platform = platform;
        this.login =
                new ThirdPartyLogin(registrations, logins, LoginSettings.of(LAUNCH_URL), clock, new SecureRandom());
        this.verifier = new LaunchVerifier(registrations, logins, keys, settings, clock);
    }

    public HandWoundClock clock() {
        return clock;
    }

    public PendingLogins logins() {
        return logins;
    }

    public LaunchVerifier verifier() {
        return verifier;
    }

    /** How often a key set was fetched. */
    public int fetches() {
        return fetches.get();
    }

    public LoginStarted start() {
        return start(Map.of());
    }

    /** A login by the platform, with parameters added or replaced. */
    public LoginStarted start(Map<String, String> changed) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("iss", List.of(platform.issuer()));
        parameters.put("client_id", List.of(platform.clientId()));
        parameters.put("login_hint", List.of("hint-1"));
        parameters.put("lti_message_hint", List.of("{\"cmid\":3}"));
        parameters.put("target_link_uri", List.of(LAUNCH_URL.toString()));
        changed.forEach((name, value) -> parameters.put(name, List.of(value)));
        return login.start(LoginInitiation.of(parameters));
    }

    public LoginStarted start(LoginInitiation asked) {
        return login.start(asked);
    }

    /** Starts a login, lets the platform answer with this launch, and verifies it. */
    public VerifiedLaunch launch(LaunchBuilder launch) {
        LoginStarted started = start();
        return verify(started, platform.idToken(launch, nonce(started), clock.instant()));
    }

    public VerifiedLaunch verify(LoginStarted started, String token) {
        return verifier.verify(request(started, token));
    }

    /** The POST of a browser that has its cookie. */
    public static LaunchRequest request(LoginStarted started, String token) {
        return new LaunchRequest(
                Optional.of(token),
                Optional.of(started.state()),
                Optional.empty(),
                Optional.empty(),
                Map.of(CookieBinding.name(started.state()), started.bindingSecret()));
    }

    public static String nonce(LoginStarted started) {
        return query(started.redirect()).get("nonce");
    }

    /** The decoded query parameters of an address. */
    public static Map<String, String> query(URI address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String one : address.getRawQuery().split("&")) {
            String[] parts = one.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
