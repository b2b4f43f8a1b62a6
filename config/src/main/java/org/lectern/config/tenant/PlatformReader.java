package org.lectern.config.tenant;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.WebAddress;
import org.lectern.lti.registration.RoleMapping;

/** From {@code lectern.tenant.<id>.platform.<name>.*} to one platform. */
final class PlatformReader {

    private static final Kind<String> ISSUER = new Kind<>(
            WebAddress.any().allowed() + ", exactly as the platform writes it",
            false,
            text -> WebAddress.any().reading().apply(text).map(address -> text));
    // LTI 1.3 section 3.1.3 and OpenID Connect Core section 2: at most 255 ASCII characters.
    private static final Kind<String> IDENTIFIER =
            Kind.matching(Pattern.compile("[\\x20-\\x7e]{1,255}"), "1 to 255 printable ASCII characters");

    private static final Kind<String> ROLE = Kind.matching(
            Pattern.compile("[\\x21-\\x7e]{1,255}"), "roles as the platform writes them, 1 to 255 characters");

    private static final Kind<FrameOrigin> ORIGIN = new Kind<>(FrameOrigin.ALLOWED, false, FrameOrigin::of);

    private PlatformReader() {}

    /** Empty when something about it was noted as wrong. */
    static Optional<Platform> read(String name, Section section) {
        Kind<URI> https = section.settings().https();
        Optional<String> issuer = section.required("issuer", ISSUER);
        Optional<String> clientId = section.required("client-id", IDENTIFIER);
        List<String> deploymentIds = section.requiredList("deployment-ids", IDENTIFIER);
        Optional<URI> authorizationUrl = section.required("authorization-url", https);
        Optional<URI> tokenUrl = section.required("token-url", https);
        Optional<String> tokenAudience = section.optional("token-audience", Kind.line(2000));
        Optional<URI> jwksUrl = section.required("jwks-url", https);
        List<FrameOrigin> origins = section.list("origins", ORIGIN);
        if (origins.size() > FrameOrigin.MOST) {
            section.wrong("origins", origins.size() + " origins", "at most " + FrameOrigin.MOST);
        }
        Section roles = section.below("roles");
        RoleMapping mapping = new RoleMapping(
                new LinkedHashSet<>(roles.list("instructor", ROLE)), new LinkedHashSet<>(roles.list("learner", ROLE)));
        return section.whole(() -> new Platform(
                name,
                issuer.orElseThrow(),
                clientId.orElseThrow(),
                new LinkedHashSet<>(deploymentIds),
                authorizationUrl.orElseThrow(),
                tokenUrl.orElseThrow(),
                tokenAudience.orElseGet(() -> tokenUrl.orElseThrow().toString()),
                jwksUrl.orElseThrow(),
                mapping,
                new LinkedHashSet<>(origins)));
    }
}
