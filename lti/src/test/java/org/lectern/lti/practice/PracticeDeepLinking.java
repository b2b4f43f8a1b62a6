package org.lectern.lti.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes deep linking requests: a teacher's, by a platform that takes several graded links, until told otherwise. */
public final class PracticeDeepLinking {
    public static final String CLAIM = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    public static final String RETURN_URL = "https://lms.example.edu/content?course=1&key=a%20b";

    private PracticeDeepLinking() {}

    public static LaunchBuilder aDeepLinkingRequest() {
        return aDeepLinkingRequest(Map.of());
    }

    /** With settings added or replaced; {@code null} is written as JSON null. */
    public static LaunchBuilder aDeepLinkingRequest(Map<String, Object> changed) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("deep_link_return_url", RETURN_URL);
        settings.put("accept_types", List.of("ltiResourceLink", "link"));
        settings.put("accept_presentation_document_targets", List.of("iframe", "window"));
        settings.put("accept_multiple", true);
        settings.put("accept_lineitem", true);
        settings.put("data", "csrf:7 \u00fc\u2713 \"quoted\" \\ /");
        settings.putAll(changed);
        return withSettings(settings);
    }

    /** With these settings and no others. */
    public static LaunchBuilder withSettings(Map<String, Object> settings) {
        return LaunchBuilder.aLaunch()
                .by(PracticeUser.teacher())
                .withLti("message_type", "LtiDeepLinkingRequest")
                .withoutLti("resource_link")
                .withoutLti("target_link_uri")
                .withoutLti("custom")
                .with(CLAIM + "deep_linking_settings", settings);
    }
}
