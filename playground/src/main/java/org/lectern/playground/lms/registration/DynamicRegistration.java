package org.lectern.playground.lms.registration;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.check.Faults;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.check.ToolLog;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tools;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Page;
import org.lectern.playground.web.Request;

/** The registration endpoints of one institution's LMS. Safe for many threads. */
public final class DynamicRegistration {
    private static final String BEARER = "Bearer ";
    private static final String IN_ADDRESS = "registration";
    private static final Duration LIFE = Duration.ofHours(1);

    private final Platform platform;
    private final Tools tools;
    private final Switches switches;
    private final ToolLog log;
    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Invitation> invitations = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    /** Registration access tokens by client id. */
    private final Map<String, String> accessTokens = new ConcurrentHashMap<>();

    public DynamicRegistration(
            Platform platform, Tools tools, Switches switches, ToolLog log, Clock clock, SecureRandom random) {
        this.platform = platform;
        this.tools = tools;
        this.switches = switches;
        this.log = log;
        this.clock = clock;
        this.random = random;
    }

    /** The tool's registration link with what it needs to register (§3.1); good for one registration within an hour. */
    public String invite(String link, String tenant, Optional<Tool> update) {
        String token = word(20);
        invitations.put(
                token, new Invitation(token, tenant, update, clock.instant().plus(LIFE), false));
        String configuration = platform.issuer() + "/.well-known/openid-configuration";
        String join = link.contains("?") ? "&" : "?";
        if (switches.is(Switch.REGISTRATION_TOKEN, "in-configuration")) {
            return link + join + "openid_configuration=" + encoded(configuration + "?" + IN_ADDRESS + "=" + token);
        }
        return link + join + "openid_configuration=" + encoded(configuration) + "&registration_token=" + encoded(token);
    }

    /** A page of the LMS that opens what {@link #invite} gave. */
    public String page(String address) {
        String ticket = word(8);
        addresses.put(ticket, address);
        return "registration?ticket=" + ticket;
    }

    public Optional<String> address(String ticket) {
        return Optional.ofNullable(addresses.get(ticket));
    }

    public Answer configuration(Request request) {
        Optional<String> inAddress = request.query().find(IN_ADDRESS);
        if (switches.is(Switch.REGISTRATION_TOKEN, "needed-for-configuration")
                && token(request).map(invitations::get).isEmpty()) {
            List<String> faults =
                    List.of("This LMS gives its configuration only with the registration token as Bearer.");
            log.add("a new tool", "openid configuration", 401, faults);
            return refusal(401, "invalid_token", faults);
        }
        log.add("a new tool", "openid configuration", 200, List.of());
        String endpoint = platform.issuer() + "/register"
                + inAddress
                        .map(token -> "?" + IN_ADDRESS + "=" + encoded(token))
                        .orElse("");
        return Answer.json(200, Configuration.of(platform, switches, endpoint));
    }

    /** POST: a new tool, or the update an invitation is for. */
    public Answer register(Request request) {
        return logged("a new tool", () -> {
            Invitation invitation = token(request)
                    .map(invitations::get)
                    .filter(found -> clock.instant().isBefore(found.until()))
                    .orElseThrow(() -> refused(
                            401, "invalid_token", "The registration token is missing, unknown or an hour old."));
            if (invitation.used()) {
                throw used();
            }
            Sent body = checked(request);
            misbehave();
            if (!invitations.replace(invitation.token(), invitation, invitation.spent())) {
                throw used();
            }
            Tool tool = invitation
                    .update()
                    .map(old -> changed(old, body))
                    .orElseGet(
                            () -> tools.add(number -> RegisteredTool.made(number, invitation.tenant(), word(8), body)));
            return answer(Integer.parseInt(switches.get(Switch.REGISTRATION_STATUS)), tool);
        });
    }

    /** GET or PUT of the registration that this client id has. */
    public Answer client(Request request, String clientId) {
        return logged(clientId, () -> {
            Tool tool = tools.find(clientId)
                    .filter(found -> token(request)
                            .filter(token -> token.equals(accessTokens.get(clientId)))
                            .isPresent())
                    .orElseThrow(() -> refused(401, "invalid_token", "The registration access token is not right."));
            if (request.isGet()) {
                return answer(200, tool);
            }
            Sent body = checked(request);
            body.needText("client_id", clientId);
            sound(body);
            misbehave();
            return answer(200, changed(tool, body));
        });
    }

    /** No invitation is open any more and no registration can be changed. */
    public void reset() {
        invitations.clear();
        addresses.clear();
        accessTokens.clear();
    }

    private static RegistrationRefused used() {
        return refused(401, "token_already_used", "The registration token was used; each is good once.");
    }

    private Sent checked(Request request) {
        if (!request.mediaType().equals("application/json")) {
            throw refused(415, "invalid_client_metadata", "Content-Type must be application/json.");
        }
        Faults faults = new Faults();
        Sent body = Sent.parse(request.bodyText(), faults)
                .orElseThrow(() -> new RegistrationRefused(400, "invalid_client_metadata", faults.list()));
        Metadata.check(body, Configuration.MESSAGES);
        sound(body);
        return body;
    }

    private static void sound(Sent body) {
        List<String> faults = body.faults().list();
        if (!faults.isEmpty()) {
            boolean redirect = faults.stream().allMatch(fault -> fault.startsWith("redirect_uris"));
            throw new RegistrationRefused(400, redirect ? "invalid_redirect_uri" : "invalid_client_metadata", faults);
        }
    }

    private Tool changed(Tool old, Sent body) {
        Tool fresh = RegisteredTool.made(old.number(), old.tenant(), old.clientId(), body);
        tools.replace(fresh);
        return fresh;
    }

    private Answer answer(int status, Tool tool) {
        String token = accessTokens.computeIfAbsent(tool.clientId(), unused -> word(20));
        boolean deployment = switches.is(Switch.REGISTRATION_DEPLOYMENT, "yes");
        return Answer.json(status, RegisteredTool.json(tool, platform.issuer(), token, deployment));
    }

    private void misbehave() {
        switch (switches.get(Switch.REGISTRATION_ANSWER)) {
            case "text" ->
                throw refused(400, "text", "Error: domain_targetlinkuri_mismatch (the LMS was asked to say so)");
            case "html" -> throw refused(500, "html", "The LMS was asked to answer with a web page.");
            case "422" ->
                throw refused(422, "invalid_client_metadata", "The LMS was asked to refuse: redirect_uris is wrong.");
            case "slow" -> pause();
            default -> {
                // Nothing goes wrong.
            }
        }
    }

    private Answer logged(String tool, Supplier<Answer> work) {
        try {
            Answer answer = work.get();
            log.add(tool, "registration", answer.status(), List.of());
            return answer;
        } catch (RegistrationRefused e) {
            log.add(tool, "registration", e.status(), e.faults());
            return switch (e.code()) {
                case "text" ->
                    Answer.of(e.status(), "text/html; charset=utf-8", e.faults().get(0));
                case "html" ->
                    Answer.html(e.status(), Page.of("Error", "<strong>LMS</strong>", "<h1>Something went wrong</h1>"));
                default -> refusal(e.status(), e.code(), e.faults());
            };
        }
    }

    private static Answer refusal(int status, String code, List<String> faults) {
        return Answer.json(
                status,
                Json.createObjectBuilder()
                        .add("error", code)
                        .add("error_description", String.join(" ", faults))
                        .add("faults", Json.createArrayBuilder(faults))
                        .build());
    }

    private static RegistrationRefused refused(int status, String code, String fault) {
        return new RegistrationRefused(status, code, List.of(fault));
    }

    /** The token in the address, when the LMS put it there, or in the header. */
    private static Optional<String> token(Request request) {
        return request.query()
                .find(IN_ADDRESS)
                .or(() -> request.header("authorization")
                        .filter(value -> value.startsWith(BEARER))
                        .map(value -> value.substring(BEARER.length())));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String word(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
