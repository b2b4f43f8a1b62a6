package org.lectern.lti.practice;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.lectern.lti.keys.KeySetAnswer;
import org.lectern.lti.registration.PlatformRegistration;

/** A platform with one signing key. Immutable: {@link #signingWith(RSAKey)} is the same platform after a rotation. */
public record PracticePlatform(String issuer, String clientId, String deploymentId, String toolUrl, RSAKey key) {

    public static PracticePlatform practice() {
        return new PracticePlatform(
                "https://lms.example.edu",
                "client-1",
                "deployment-1",
                "https://tool.example.edu/lti/launch",
                PracticeKeys.number(1));
    }

    public PracticePlatform signingWith(RSAKey other) {
        return new PracticePlatform(issuer, clientId, deploymentId, toolUrl, other);
    }

    public PracticePlatform named(String otherIssuer, String otherClientId, String otherDeploymentId) {
        return new PracticePlatform(otherIssuer, otherClientId, otherDeploymentId, toolUrl, key);
    }

    public PracticePlatform launching(String otherToolUrl) {
        return new PracticePlatform(issuer, clientId, deploymentId, otherToolUrl, key);
    }

    public PlatformRegistration registration() {
        return registration("acme/practice", deploymentId);
    }

    public PlatformRegistration registration(String id, String... deployments) {
        return new PlatformRegistration(
                id,
                issuer,
                clientId,
                Set.of(deployments),
                URI.create(issuer + "/auth"),
                URI.create(issuer + "/token"),
                issuer + "/token",
                URI.create(issuer + "/jwks"));
    }

    /** The body of the key set address. */
    public String keySet() {
        return new JWKSet(key).toString();
    }

    public KeySetAnswer keySetAnswer() {
        return new KeySetAnswer(200, keySet());
    }

    /** The id token that answers the login with {@code nonce}. */
    public String idToken(LaunchBuilder launch, String nonce, Instant now) {
        return sign(launch.claims(this, nonce, now));
    }

    public String sign(Map<String, Object> claims) {
        return sign(Map.of("alg", "RS256", "typ", "JWT", "kid", key.getKeyID()), claims);
    }

    /** Signs with RS256 whatever the header says. */
    public String sign(Map<String, Object> header, Map<String, Object> claims) {
        return signText(JSONObjectUtils.toJSONString(header), JSONObjectUtils.toJSONString(claims));
    }

    /** Signs texts that need not be JSON. */
    public String signText(String header, String payload) {
        String signed = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        try {
            JWSHeader rs256 = JWSHeader.parse(Map.of("alg", "RS256"));
            Base64URL signature = new RSASSASigner(key).sign(rs256, signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + signature;
        } catch (JOSEException | ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
