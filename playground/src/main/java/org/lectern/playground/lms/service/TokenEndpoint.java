package org.lectern.playground.lms.service;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.playground.lms.check.Faults;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.check.Times;
import org.lectern.playground.lms.course.Scopes;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tools;
import org.lectern.playground.lms.signature.Once;
import org.lectern.playground.lms.signature.ToolSignatures;
import org.lectern.playground.lms.signature.ToolSignatures.Unverified;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/** Client credentials with a signed assertion (RFC 7523, Security Framework 1.0 §4.1). Safe for many threads. */
final class TokenEndpoint {
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String address;
    private final Tools tools;
    private final ToolSignatures signatures;
    private final AccessTokens tokens;
    private final Switches switches;
    private final Clock clock;
    private final Once ids = new Once();

    TokenEndpoint(
            String address,
            Tools tools,
            ToolSignatures signatures,
            AccessTokens tokens,
            Switches switches,
            Clock clock) {
        this.address = address;
        this.tools = tools;
        this.signatures = signatures;
        this.tokens = tokens;
        this.switches = switches;
        this.clock = clock;
    }

    Answer give(Request request) {
        if (!request.mediaType().equals("application/x-www-form-urlencoded")) {
            throw ServiceRefused.of(400, "invalid_request", "The body must be application/x-www-form-urlencoded.");
        }
        Parameters form = request.form();
        need(form, "grant_type", "client_credentials", "unsupported_grant_type");
        need(form, "client_assertion_type", ASSERTION_TYPE, "invalid_request");
        Tool tool = client(form.find("client_assertion").orElse(""));
        Set<String> scopes = scopes(form.find("scope").orElse(""), tool);
        Duration life = switches.is(Switch.TOKEN_ANSWER, "short") ? MINUTE : HOUR;
        JsonObject body = Json.createObjectBuilder()
                .add("access_token", tokens.give(tool.clientId(), scopes, life))
                .add("token_type", "Bearer")
                .add("expires_in", life.toSeconds())
                .add("scope", String.join(" ", scopes))
                .build();
        return Answer.of(
                200,
                switches.is(Switch.TOKEN_ANSWER, "text-html") ? "text/html; charset=utf-8" : "application/json",
                body.toString());
    }

    /** The client that an assertion names, unverified, for the log. */
    static String named(Request request, ToolSignatures signatures) {
        return request.form()
                .find("client_assertion")
                .flatMap(assertion -> signatures.read(assertion, new Faults()))
                .flatMap(sent -> sent.claims().text("iss"))
                .orElse("unknown");
    }

    private Tool client(String assertion) {
        Faults faults = new Faults();
        Optional<Unverified> read = signatures.read(assertion, faults);
        if (read.isEmpty()) {
            throw new ServiceRefused(400, "invalid_client", faults.list());
        }
        Sent claims = read.get().claims();
        Optional<Tool> tool = claims.needText("iss").flatMap(tools::find);
        if (tool.isEmpty()) {
            faults.add("iss must be a client id of this LMS.");
            throw new ServiceRefused(400, "invalid_client", faults.list());
        }
        claims.needText("sub", tool.get().clientId());
        audience(claims);
        Times.check(claims, clock.instant());
        signatures.verify(read.get(), tool.get().addresses().jwks(), faults);
        Optional<String> id = claims.needText("jti");
        // Only a token of the tool itself may use up an id.
        if (faults.none() && !ids.take(tool.get().clientId(), id.orElseThrow())) {
            faults.add("jti was used before; every assertion needs one of its own.");
        }
        if (!faults.none()) {
            throw new ServiceRefused(400, "invalid_client", faults.list());
        }
        return tool.get();
    }

    private void audience(Sent claims) {
        claims.need("aud");
        boolean single = claims.json().get("aud") instanceof jakarta.json.JsonString;
        List<String> audience = single ? claims.text("aud").stream().toList() : claims.texts("aud");
        if (!audience.contains(address)) {
            claims.fault("aud", "must be this token URL, " + address + "; found " + audience + ".");
        }
    }

    private static Set<String> scopes(String asked, Tool tool) {
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(asked.trim().split(" +")));
        Set<String> granted = new LinkedHashSet<>(wanted);
        granted.retainAll(tool.scopes());
        if (granted.isEmpty()) {
            throw ServiceRefused.of(
                    400,
                    "invalid_scope",
                    wanted.stream().anyMatch(Scopes.ALL::contains)
                            ? "The tool was not granted any of the scopes " + wanted + "."
                            : "No scope of this LMS was asked for: " + wanted + ".");
        }
        return granted;
    }

    private static void need(Parameters form, String name, String value, String error) {
        if (!form.find(name).filter(value::equals).isPresent()) {
            throw ServiceRefused.of(400, error, name + " must be " + value + ".");
        }
    }
}
