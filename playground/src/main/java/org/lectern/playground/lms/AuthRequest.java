package org.lectern.playground.lms;

import java.util.List;
import java.util.Optional;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tools;
import org.lectern.playground.web.Parameters;

/**
 * Judges an authentication request as strictly as Moodle does (Security Framework 1.0 §5.1.1.2): what makes the redirect
 * target untrustworthy is shown, the rest is posted back.
 */
final class AuthRequest {
    private static final List<String> SINGLE = List.of(
            "scope",
            "response_type",
            "response_mode",
            "client_id",
            "redirect_uri",
            "login_hint",
            "lti_message_hint",
            "state",
            "nonce",
            "prompt");

    private AuthRequest() {}

    /** The click this request belongs to; its hint is used up, whatever comes of it. */
    static Click check(Parameters request, Tools tools, Hints hints) {
        for (String name : SINGLE) {
            if (request.repeats(name)) {
                throw AuthRefused.shown("The parameter " + name + " comes twice.");
            }
        }
        Optional<String> redirect = request.find("redirect_uri");
        List<String> registered = tools.all().stream()
                .flatMap(tool -> tool.addresses().redirects().stream())
                .toList();
        if (!redirect.filter(registered::contains).isPresent()) {
            throw unregistered(registered);
        }
        if (!request.find("scope").filter("openid"::equals).isPresent()) {
            throw AuthRefused.shown("The scope must be exactly openid.");
        }
        Click click = request.find("lti_message_hint")
                .flatMap(hints::take)
                .orElseThrow(() -> AuthRefused.shown("The message hint is missing, unknown, used or too old."));
        if (!request.find("client_id").filter(click.tool().clientId()::equals).isPresent()) {
            throw AuthRefused.posted("unauthorized_client", "The client is not the one this launch was started for.");
        }
        Tool tool = click.tool();
        if (!redirect.filter(tool.addresses().redirects()::contains).isPresent()) {
            throw unregistered(tool.addresses().redirects());
        }
        if (!request.find("login_hint").filter(click.person().subject()::equals).isPresent()) {
            throw AuthRefused.posted("access_denied", "The login hint is not the person who started this launch.");
        }
        need(request, "response_type", "id_token", "unsupported_response_type");
        need(request, "response_mode", "form_post", "invalid_request");
        if (request.find("nonce").isEmpty()) {
            throw AuthRefused.posted("invalid_request", "The nonce is missing.");
        }
        if (!request.find("prompt").orElse("none").equals("none")) {
            throw AuthRefused.posted("invalid_request", "The prompt must be none.");
        }
        if (click.misbehaviour() == Misbehaviour.ERROR) {
            throw AuthRefused.posted("access_denied", "This launch was asked to fail.");
        }
        return click;
    }

    private static AuthRefused unregistered(List<String> registered) {
        return AuthRefused.shown(
                "The redirect URI is not registered; registered is " + String.join(", ", registered) + ".");
    }

    private static void need(Parameters request, String name, String value, String code) {
        if (!request.find(name).filter(value::equals).isPresent()) {
            throw AuthRefused.posted(code, "The " + name + " must be " + value + ".");
        }
    }
}
