package org.lectern.lti.launch;

import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/** The platform's own refusal (OIDC core §3.1.2.6) as one of ours, its words made fit for a log. */
final class PlatformErrors {
    private static final int CODE_LIMIT = 64;
    private static final int TEXT_LIMIT = 200;

    private PlatformErrors() {}

    static LaunchRejected of(LaunchRequest request) {
        String code = cut(request.error().orElse("").replaceAll("[^A-Za-z0-9_.-]", ""), CODE_LIMIT);
        String text = request.errorDescription().map(PlatformErrors::clean).orElse("");
        return new LaunchRejected(LaunchRefusal.PLATFORM_ERROR, text.isEmpty() ? code : code + " (" + text + ")");
    }

    private static String clean(String description) {
        String bounded = cut(description, 4 * TEXT_LIMIT);
        String withoutAddresses = bounded.replaceAll("\\S+@\\S+", "[address]");
        return cut(
                withoutAddresses
                        .replaceAll("[^\\p{L}\\p{N} .,:;'_/\\[\\]-]+", " ")
                        .strip(),
                TEXT_LIMIT);
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
