package org.lectern.lti.launch;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.lectern.lti.login.PendingLogin;
import org.lectern.lti.login.SecretHash;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.WebOrigin;

/**
 * What a verified token must say to belong to a login (OIDC core §3.1.3.7, Security Framework 1.0 §5.1.3, LTI 1.3 core
 * §5.3). Pure; refuses with the first rule that is broken.
 */
final class ClaimRules {
    private static final String VERSION = "1.3.0";

    private final LaunchSettings settings;

    ClaimRules(LaunchSettings settings) {
        this.settings = settings;
    }

    void check(Claims claims, PendingLogin login, Instant now) {
        RequiredClaims.check(claims);
        if (!login.issuer().equals(claims.raw("iss"))) {
            throw refused(LaunchRefusal.CLAIM_ISSUER_WRONG, "iss differs from the issuer that started the login");
        }
        checkAudience(claims, login.clientId());
        checkTimes(claims, now);
        if (!SecretHash.matches(claims.text("nonce"), login.nonceHash())) {
            throw refused(LaunchRefusal.CLAIM_NONCE_WRONG, "nonce is not the one of this login");
        }
        if (!VERSION.equals(claims.raw(ClaimNames.VERSION))) {
            throw refused(LaunchRefusal.CLAIM_VERSION_WRONG, "version must be " + VERSION);
        }
        claims.id("sub");
        claims.id(ClaimNames.DEPLOYMENT_ID);
        claims.texts(ClaimNames.ROLES);
    }

    private void checkAudience(Claims claims, String clientId) {
        Set<String> audiences = new LinkedHashSet<>(claims.textsIfAny("aud"));
        if (!audiences.contains(clientId)) {
            throw refused(LaunchRefusal.CLAIM_AUDIENCE_WRONG, "aud does not contain our client id");
        }
        boolean azpLacks = audiences.size() > 1 && claims.lacks("azp");
        if (azpLacks || (!claims.lacks("azp") && !clientId.equals(claims.raw("azp")))) {
            throw refused(
                    LaunchRefusal.CLAIM_AZP_WRONG, "azp is missing beside several audiences, or not our client id");
        }
        audiences.remove(clientId);
        if (!settings.trustedAudiences().containsAll(audiences)) {
            throw refused(LaunchRefusal.CLAIM_AUDIENCE_WRONG, "aud contains an audience that is not trusted");
        }
    }

    private void checkTimes(Claims claims, Instant now) {
        Instant issued = claims.time("iat");
        if (!claims.time("exp").plus(settings.leeway()).isAfter(now)) {
            throw refused(LaunchRefusal.JWT_EXPIRED, "exp is in the past");
        }
        if (issued.plus(settings.maxAge()).plus(settings.leeway()).isBefore(now)) {
            throw refused(LaunchRefusal.JWT_TOO_OLD, "iat is more than " + settings.maxAge() + " ago");
        }
        Instant latest = now.plus(settings.leeway());
        if (issued.isAfter(latest)
                || (!claims.lacks("nbf") && claims.time("nbf").isAfter(latest))) {
            throw refused(LaunchRefusal.JWT_FROM_FUTURE, "iat or nbf is in the future");
        }
    }

    MessageType messageType(Claims claims) {
        return MessageType.of(claims.text(ClaimNames.MESSAGE_TYPE))
                .filter(settings.messageTypes()::contains)
                .orElseThrow(() -> refused(
                        LaunchRefusal.CLAIM_MESSAGE_TYPE_UNSUPPORTED, "this address does not serve this message type"));
    }

    /** The signed target; a deep linking request may leave it out and gets the one of its login. */
    URI target(Claims claims, PendingLogin login) {
        if (claims.lacks(ClaimNames.TARGET_LINK_URI)) {
            return login.targetLinkUri();
        }
        return claims.address(ClaimNames.TARGET_LINK_URI)
                .filter(target ->
                        WebOrigin.of(target).filter(settings.origin()::equals).isPresent())
                .orElseThrow(() -> refused(
                        LaunchRefusal.TARGET_FOREIGN, "target_link_uri is not on this tool's scheme, host and port"));
    }

    private static LaunchRejected refused(LaunchRefusal refusal, String detail) {
        return new LaunchRejected(refusal, detail);
    }
}
