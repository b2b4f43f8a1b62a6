package org.lectern.lti.deeplink;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.lectern.lti.keys.Signer;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * The answer to one deep linking request (Deep Linking 2.0 §4.5), for the platform and deployment that asked. The
 * browser posts it as the form field {@value #FORM_FIELD} to the settings' return address. The host sees to it that a
 * request is answered once. {@code message} is shown to the person by the platform, {@code log} goes to its records.
 */
public record DeepLinkingResponse(
        PlatformRegistration registration,
        String deploymentId,
        DeepLinkingSettings settings,
        List<ResourceLinkItem> items,
        Optional<String> message,
        Optional<String> log) {

    /** The form field it is posted in. */
    public static final String FORM_FIELD = "JWT";

    /** How long it is good for; it is on its way for a second. */
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final int MESSAGE_LIMIT = 500;

    /** @throws IllegalArgumentException when the platform said that it does not take such items, or so many, or grades */
    public DeepLinkingResponse {
        items = List.copyOf(items);
        if (!items.isEmpty() && !settings.acceptsResourceLinks()) {
            throw new IllegalArgumentException("the platform takes no resource links here");
        }
        if (items.size() > 1 && !settings.acceptMultiple()) {
            throw new IllegalArgumentException("the platform takes one item here, not " + items.size());
        }
        if (!settings.mayBeGraded() && items.stream().anyMatch(ResourceLinkItem::graded)) {
            throw new IllegalArgumentException("the platform takes no line items here");
        }
    }

    /** The choice that was made. */
    public static DeepLinkingResponse of(
            PlatformRegistration registration,
            String deploymentId,
            DeepLinkingSettings settings,
            List<ResourceLinkItem> items) {
        return new DeepLinkingResponse(registration, deploymentId, settings, items, Optional.empty(), Optional.empty());
    }

    /** The person chose nothing: an answer without items, which platforms take as a cancel. */
    public static DeepLinkingResponse cancelled(
            PlatformRegistration registration, String deploymentId, DeepLinkingSettings settings) {
        return of(registration, deploymentId, settings, List.of());
    }

    /** The same with a sentence for the person; nothing readable adds none. */
    public DeepLinkingResponse saying(String sentence) {
        Optional<String> line =
                Optional.of(PlainText.line(sentence, MESSAGE_LIMIT)).filter(text -> !text.isEmpty());
        return new DeepLinkingResponse(registration, deploymentId, settings, items, line, log);
    }

    /** The same with a line for the platform's records. */
    public DeepLinkingResponse logging(String line) {
        return new DeepLinkingResponse(
                registration, deploymentId, settings, items, message, Optional.of(PlainText.line(line, MESSAGE_LIMIT)));
    }

    /** The compact JWT (Security Framework 1.0 §5.2), good for five minutes from {@code now}. */
    public String signed(Signer signer, Instant now, SecureRandom random) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(registration.clientId())
                // Blackboard asks for it; elsewhere it says once more who speaks.
                .subject(registration.clientId())
                .audience(registration.issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(fresh(random))
                .claim("nonce", fresh(random))
                .claim(LTI + "version", "1.3.0")
                .claim(LTI + "message_type", "LtiDeepLinkingResponse")
                .claim(LTI + "deployment_id", deploymentId)
                .claim(
                        DEEP_LINKING + "content_items",
                        items.stream().map(ResourceLinkItem::claim).toList());
        settings.data().ifPresent(data -> claims.claim(DEEP_LINKING + "data", data));
        message.ifPresent(sentence -> claims.claim(DEEP_LINKING + "msg", sentence));
        log.ifPresent(line -> claims.claim(DEEP_LINKING + "log", line));
        return signer.sign(claims.build());
    }

    private static String fresh(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** How many items for whom; no data, no texts. */
    @Override
    public String toString() {
        return "DeepLinkingResponse[registration=" + registration.id() + ", deploymentId=" + deploymentId + ", items="
                + items.size() + "]";
    }
}
