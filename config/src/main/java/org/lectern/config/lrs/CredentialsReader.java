package org.lectern.config.lrs;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;

/** Key and secret, or a bearer token: exactly one kind. */
final class CredentialsReader {

    // RFC 7617: the user id of HTTP Basic has no colon, neither part has control characters.
    private static final Kind<String> KEY =
            Kind.secret(Pattern.compile("[^\\p{Cntrl}:]+"), "text without colon and control characters");
    private static final Kind<String> SECRET =
            Kind.secret(Pattern.compile("\\P{Cntrl}+"), "text without control characters");
    // RFC 6750 section 2.1.
    private static final Kind<String> BEARER =
            Kind.secret(Pattern.compile("[A-Za-z0-9._~+/-]+=*"), "a token of letters, digits and -._~+/, = at its end");

    private CredentialsReader() {}

    /** A bearer token; noted as wrong when it is absent. */
    static Optional<LrsCredentials> bearer(Section section) {
        return section.required("bearer", BEARER).map(LrsCredentials.Bearer::new);
    }

    static Optional<LrsCredentials> read(Section section) {
        boolean basic = section.has("key") || section.has("secret");
        boolean bearer = section.has("bearer");
        if (basic && bearer) {
            section.wrong("bearer", "a bearer token beside key or secret", "key and secret, or bearer, not both");
            return Optional.empty();
        }
        if (bearer) {
            return section.optional("bearer", BEARER).map(LrsCredentials.Bearer::new);
        }
        if (!basic) {
            section.wrong("key", "nothing", "key and secret together, or bearer");
            return Optional.empty();
        }
        Optional<String> key = section.required("key", KEY);
        Optional<String> secret = section.required("secret", SECRET);
        return key.flatMap(k -> secret.map(s -> new LrsCredentials.Basic(k, s)));
    }
}
