package org.lectern.playground.lms;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.check.Sent;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.lms.course.Tools;
import org.lectern.playground.lms.registration.DynamicRegistration;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.BadRequest;
import org.lectern.playground.web.Parameters;
import org.lectern.playground.web.Request;

/** What an administrator does with external tools. Safe for many threads. */
final class ToolsDesk {
    private final Platform platform;
    private final Tools tools;
    private final Switches switches;
    private final DynamicRegistration registration;

    ToolsDesk(Platform platform, Tools tools, Switches switches, DynamicRegistration registration) {
        this.platform = platform;
        this.tools = tools;
        this.switches = switches;
        this.registration = registration;
    }

    /** Begins a registration by the link that a tool gave. */
    Answer invite(Request request) {
        Parameters form = request.form();
        String link = form.find("registration_url")
                .map(String::trim)
                .filter(Sent::isWebAddress)
                .orElseThrow(() -> new BadRequest(
                        "registration_url must be an https address (http on this machine) as the tool gave it", null));
        Optional<Tool> update = form.find("update")
                .map(id -> tools.find(id).orElseThrow(() -> new BadRequest("there is no tool " + id, null)));
        String tenant = form.find("tenant")
                .or(() -> update.map(Tool::tenant))
                .orElse(platform.registrations().get(0).tenant());
        if (platform.registrations().stream().noneMatch(one -> one.tenant().equals(tenant))) {
            throw new BadRequest("there is no tenant " + tenant, null);
        }
        String address = registration.invite(link, tenant, update);
        String page = registration.page(address);
        JsonObjectBuilder told = Json.createObjectBuilder()
                .add("page", platform.issuer() + "/" + page)
                .add("url", address);
        return done(platform, request, page, told.build());
    }

    /** The page that opens the tool's own registration page. */
    Answer page(Parameters query) {
        String address = query.find("ticket")
                .flatMap(registration::address)
                .orElseThrow(() -> new BadRequest("this registration is not known; start again", null));
        boolean window = switches.is(Switch.REGISTRATION_PLACE, "window");
        return Answer.html(200, AdminPages.registration(platform, address, window));
    }

    /** Sets the custom parameters of every launch of a tool. */
    Answer custom(Request request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String line : request.form().find("custom").orElse("").split("\\R")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        line.substring(0, equals).trim(),
                        line.substring(equals + 1).trim());
            } else if (!line.isBlank()) {
                throw new BadRequest("a custom parameter is name=value, found " + line, null);
            }
        }
        tools.custom(request.form().find("client_id").orElse(""), parameters);
        return done(platform, request, "admin", tools.json());
    }

    /** Back to a page for people, JSON for scripts. */
    static Answer done(Platform platform, Request request, String page, JsonObject json) {
        return request.header("accept").orElse("").contains("text/html")
                ? Answer.seeOther("/" + platform.path() + (page.isEmpty() ? "" : "/" + page))
                : Answer.json(200, json);
    }
}
