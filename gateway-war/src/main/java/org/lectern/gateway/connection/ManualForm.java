package org.lectern.gateway.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.RegisteredPlatformRow.State;
import org.lectern.gateway.connection.RegisteredPlatformRow.Way;
import org.lectern.gateway.page.Form;
import org.lectern.lti.dynamic.LmsFamily;
import org.lectern.lti.registration.PlatformRegistration;
import org.lectern.lti.registration.WebOrigin;

/**
 * What an administrator typed: kept as typed for the page, and either a registration or what is wrong field by field. Pure.
 *
 * @param typed by field
 * @param wrong the name of a message by field
 */
record ManualForm(Map<String, String> typed, Map<String, String> wrong) {

    static final List<String> FIELDS = List.of(
            "family",
            "issuer",
            "client",
            "deployments",
            "authorization",
            "token",
            "audience",
            "jwksUrl",
            OriginsField.NAME);

    static final Set<String> FAMILIES =
            Set.of("moodle", "canvas", "blackboard", "brightspace", "sakai", "openedx", "schoology", "standard");

    private static final int MOST_DEPLOYMENTS = 50;
    private static final int LONGEST = 2_000;

    ManualForm {
        typed = Map.copyOf(typed);
        wrong = Map.copyOf(wrong);
    }

    static ManualForm empty() {
        return new ManualForm(Map.of(), Map.of());
    }

    static ManualForm read(Form form) {
        Map<String, String> typed = new HashMap<>();
        FIELDS.forEach(
                field -> typed.put(field, form.one(field).map(String::strip).orElse("")));
        ManualForm read = new ManualForm(typed, Map.of());
        return new ManualForm(typed, read.check());
    }

    boolean right() {
        return wrong.isEmpty();
    }

    String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The registration; only of a form that is {@link #right()}. */
    RegisteredPlatformRow row(TenantId tenant, Instant now) {
        Platform platform = platform().orElseThrow();
        return new RegisteredPlatformRow(
                tenant,
                platform,
                new PlatformOrigins(OriginsField.read(text(OriginsField.NAME)).orElseThrow(), Set.of()),
                LmsFamily.labelled(text("family")),
                Optional.empty(),
                Way.MANUAL,
                State.INACTIVE,
                false,
                "",
                Optional.empty(),
                false,
                false,
                now);
    }

    private Map<String, String> check() {
        Map<String, String> found = new LinkedHashMap<>();
        if (!FAMILIES.contains(text("family"))) {
            found.put("family", "error.familyMissing");
        }
        if (address(text("issuer")).isEmpty() || text("issuer").length() > 255) {
            found.put("issuer", text("issuer").isEmpty() ? "error.missing" : "error.issuer");
        }
        if (!identifier(text("client"))) {
            found.put("client", text("client").isEmpty() ? "error.missing" : "error.characters");
        }
        if (deployments().isEmpty()) {
            found.put("deployments", "error.missing");
        } else if (deployments().size() > MOST_DEPLOYMENTS) {
            found.put("deployments", "error.tooMany");
        } else if (!deployments().stream().allMatch(ManualForm::identifier)) {
            found.put("deployments", "error.characters");
        }
        boolean usual = address(text("issuer")).flatMap(this::usual).isPresent();
        for (String field : List.of("authorization", "token", "jwksUrl")) {
            if (text(field).isEmpty() && !usual) {
                found.put(field, "error.addressMissing");
            } else if (!text(field).isEmpty() && address(text(field)).isEmpty()) {
                found.put(field, "error.https");
            }
        }
        if (text("audience").length() > 1024) {
            found.put("audience", "error.characters");
        }
        if (OriginsField.read(text(OriginsField.NAME)).isEmpty()) {
            found.put(OriginsField.NAME, "error.origins");
        }
        if (found.isEmpty() && platform().isEmpty()) {
            found.put("issuer", "error.issuer");
        }
        return found;
    }

    private Optional<Platform> platform() {
        try {
            UsualAddresses usual = address(text("issuer"))
                    .flatMap(this::usual)
                    .orElse(new UsualAddresses(text("authorization"), text("token"), text("token"), text("jwksUrl")));
            String token = or("token", usual.token());
            PlatformRegistration checked = new PlatformRegistration(
                    "form/form",
                    text("issuer"),
                    text("client"),
                    deployments(),
                    new URI(or("authorization", usual.authorization())),
                    new URI(token),
                    or("audience", text("token").isEmpty() ? usual.audience() : token),
                    new URI(or("jwksUrl", usual.jwks())));
            return Optional.of(new Platform(
                    "form",
                    checked.issuer(),
                    checked.clientId(),
                    checked.deploymentIds(),
                    checked.authorizationUrl(),
                    checked.tokenUrl(),
                    checked.tokenAudience(),
                    checked.jwksUrl()));
        } catch (URISyntaxException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private Optional<UsualAddresses> usual(URI issuer) {
        return UsualAddresses.of(text("family"), issuer, text("client"));
    }

    private String or(String field, String usual) {
        return text(field).isEmpty() ? usual : text(field);
    }

    private Set<String> deployments() {
        return Arrays.stream(text("deployments").split("[\\r\\n,]+"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean identifier(String text) {
        return !text.isEmpty() && text.length() <= 255 && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            return WebOrigin.of(address)
                    .filter(origin -> text.length() <= LONGEST)
                    .filter(origin -> origin.secure() || origin.loopback())
                    .filter(origin -> address.getRawFragment() == null)
                    .map(origin -> address);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
