package org.lectern.lti.launch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lectern.lti.deeplink.DeepLinkingSettings;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * A trusted launch: every value comes from a token that passed all checks, and {@code registration} is the one that the
 * verified deployment id belongs to. {@code resourceLink} is absent in deep linking only; {@code course} is absent when
 * the platform has none. {@code custom} holds no unresolved variables; {@code received} tells their names. {@code forUser} is
 * there in submission reviews only, {@code deepLinking} in deep linking only. Texts are plain text, not HTML.
 */
public record Launch(
        PlatformRegistration registration,
        String deploymentId,
        MessageType messageType,
        URI targetLinkUri,
        LaunchUser user,
        Roles roles,
        Optional<ReviewedUser> forUser,
        Optional<CourseContext> course,
        Optional<ResourceLink> resourceLink,
        Map<String, String> custom,
        Optional<LaunchPresentation> presentation,
        Optional<ToolPlatform> platform,
        LaunchServices services,
        ReceivedClaims received,
        Optional<DeepLinkingSettings> deepLinking,
        LaunchTiming timing) {

    public Launch {
        custom = Map.copyOf(custom);
    }

    public String subject() {
        return user.subject();
    }

    public Optional<String> name() {
        return user.name();
    }

    public Optional<String> givenName() {
        return user.givenName();
    }

    public Optional<String> familyName() {
        return user.familyName();
    }

    public Optional<String> email() {
        return user.email();
    }

    public Optional<GradeService> grades() {
        return services.grades();
    }

    public Optional<RosterService> roster() {
        return services.roster();
    }

    /** What course and link were copied from, as far as the link asked and the platform knows. */
    public CopyHistory history() {
        return CopyHistory.of(custom);
    }

    public Instant issuedAt() {
        return timing.issuedAt();
    }

    public Duration clockSkew() {
        return timing.clockSkew();
    }

    /** Names the place, not the person. */
    @Override
    public String toString() {
        return "Launch[registration=" + registration.id() + ", deploymentId=" + deploymentId + ", messageType="
                + messageType + ", resourceLink="
                + resourceLink.map(ResourceLink::id).orElse("-") + "]";
    }
}
