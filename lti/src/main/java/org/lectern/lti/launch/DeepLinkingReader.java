package org.lectern.lti.launch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lectern.lti.deeplink.DeepLinkingSettings;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;
import org.lectern.lti.registration.WebOrigin;

/** Reads the deep linking settings (Deep Linking 2.0 §4.4.1): refuses where an answer would have no way back. */
final class DeepLinkingReader {
    private final Claims settings;

    DeepLinkingReader(Claims claims) {
        this.settings = claims.inside(ClaimNames.DEEP_LINKING_SETTINGS);
        if (settings.values().isEmpty()) {
            throw new LaunchRejected(
                    LaunchRefusal.DEEPLINK_SETTINGS_MISSING, ClaimNames.DEEP_LINKING_SETTINGS + " is missing");
        }
    }

    DeepLinkingSettings read() {
        return new DeepLinkingSettings(
                returnUrl(),
                settings.texts("accept_types"),
                mediaTypes(),
                settings.textsIfAny("accept_presentation_document_targets"),
                yes("accept_multiple").orElse(false),
                yes("accept_lineitem"),
                yes("auto_create").orElse(false),
                settings.label("title"),
                settings.label("text"),
                Optional.ofNullable(settings.raw("data"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast));
    }

    private URI returnUrl() {
        return settings.address("deep_link_return_url")
                .filter(DeepLinkingReader::safe)
                .orElseThrow(() -> new LaunchRejected(
                        LaunchRefusal.DEEPLINK_RETURN_INVALID,
                        "deep_link_return_url must be https unless it is on this machine"));
    }

    private static boolean safe(URI url) {
        return WebOrigin.of(url)
                .filter(origin -> origin.secure() || origin.loopback())
                .isPresent();
    }

    private List<String> mediaTypes() {
        return settings.textsIfAny("accept_media_types").stream()
                .flatMap(types -> Arrays.stream(types.split(",")))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .toList();
    }

    /** Some platforms write a truth value as a text. */
    private Optional<Boolean> yes(String name) {
        Object value = settings.raw(name);
        return value instanceof Boolean plain
                ? Optional.of(plain)
                : value instanceof String text && (text.equals("true") || text.equals("false"))
                        ? Optional.of(Boolean.valueOf(text))
                        : Optional.empty();
    }
}
