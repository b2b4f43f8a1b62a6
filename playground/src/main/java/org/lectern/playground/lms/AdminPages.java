package org.lectern.playground.lms;

import static org.lectern.playground.web.Page.escape;

import jakarta.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.check.ToolLog;
import org.lectern.playground.lms.course.Dialect;
import org.lectern.playground.lms.course.Switch;
import org.lectern.playground.lms.course.Switches;
import org.lectern.playground.lms.course.Tool;
import org.lectern.playground.web.Page;
import org.lectern.playground.web.Scripted;

/** Pages for who runs the LMS: tools, registration, switches, and what tools asked. */
final class AdminPages {
    private AdminPages() {}

    static String tools(Platform platform, List<Tool> tools) {
        StringBuilder cards = new StringBuilder();
        tools.forEach(tool -> cards.append(card(platform, tool)));
        String main = """
                <h1>External tools</h1>
                <h2>Add an external tool</h2>
                <form id="add-tool" method="post" action="/%s/tools">
                <label>Registration link of the tool<input name="registration_url" type="url" required autocomplete="off"></label>
                %s<button id="start-registration">Register</button></form>
                <h2>Tools of this LMS</h2><div class="stack">%s</div>""".formatted(escape(platform.path()), tenants(platform), cards);
        return page(platform, "External tools", main);
    }

    /** The tool's own registration page, in a frame or by a link into a window. */
    static String registration(Platform platform, String address, boolean window) {
        URI tool = URI.create(address);
        String origin = tool.getScheme() + "://" + tool.getAuthority();
        String back = "/" + platform.path() + "/admin";
        String view = window
                ? "<p><a class=\"button\" id=\"open-registration\" target=\"_blank\" rel=\"opener\" href=\"%s\">Open the tool's page</a></p>"
                : "<iframe class=\"tool\" id=\"registration\" title=\"Registration page of the tool\" src=\"%s\"></iframe>";
        String main = """
                <h1>Register a tool</h1>
                <p>The tool's own page does the rest. It closes by itself when it is done; <a href="%s">go back</a> if not.</p>
                %s%s%s""".formatted(
                        escape(back),
                        view.formatted(escape(address)),
                        Scripted.data(
                                "registering",
                                Json.createObjectBuilder()
                                        .add("origin", origin)
                                        .add("back", back)
                                        .add("notes", "/" + platform.path() + "/page-messages")
                                        .build()),
                        Scripted.run("lms.js"));
        return page(platform, "Register a tool", main);
    }

    static String switches(Platform platform, Switches switches) {
        StringBuilder dialects = new StringBuilder();
        for (Dialect dialect : Dialect.values()) {
            dialects.append("<button class=\"quiet\" name=\"dialect\" value=\"%s\">%s</button>"
                    .formatted(dialect.id(), escape(dialect.title())));
        }
        StringBuilder selects = new StringBuilder();
        for (Switch which : Switch.values()) {
            StringBuilder options = new StringBuilder();
            which.options()
                    .forEach((value, words) -> options.append("<option value=\"%s\"%s>%s</option>"
                            .formatted(escape(value), switches.is(which, value) ? " selected" : "", escape(words))));
            selects.append("<label>%s%s<select name=\"%s\" id=\"switch-%s\">%s</select></label>"
                    .formatted(
                            escape(which.title()),
                            switches.get(which).equals(which.byItself()) ? "" : " <strong>(changed)</strong>",
                            which.id(),
                            which.id(),
                            options));
        }
        String main = """
                <h1>Switches</h1>
                <p>How this LMS behaves. A change counts from the next request.</p>
                <h2>Behave like</h2>
                <form method="post" action="/%1$s/switches" class="row">%2$s</form>
                <h2>One by one</h2>
                <form method="post" action="/%1$s/switches" id="switches"><div class="fields">%3$s</div><button>Set</button></form>
                <h2>Start afresh</h2>
                <form method="post" action="/%1$s/reset"><p>Forgets added links, copies, scores, registered tools and switches.</p>
                <button class="quiet" id="reset">Forget everything</button></form>""".formatted(escape(platform.path()), dialects, selects);
        return page(platform, "Switches", main);
    }

    static String log(Platform platform, ToolLog log) {
        StringBuilder rows = new StringBuilder();
        for (ToolLog.Entry entry : log.newestFirst()) {
            String words = entry.good()
                    ? escape(entry.words())
                    : "<ul class=\"faults\">"
                            + entry.faults().stream()
                                    .map(fault -> "<li>" + escape(fault) + "</li>")
                                    .collect(Collectors.joining())
                            + "</ul>";
            rows.append("<tr><td><time>%s</time></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                    .formatted(
                            entry.at().toString().substring(11, 19),
                            escape(entry.tool()),
                            escape(entry.what()),
                            entry.status() == 0 ? "" : entry.status(),
                            words));
        }
        String table = rows.isEmpty()
                ? "<p class=\"empty\">Nothing yet. Tokens, scores, rosters, deep linking and registrations appear here.</p>"
                : """
                  <div class="wide" role="region" aria-label="Requests" tabindex="0"><table><thead><tr><th scope="col">Time (UTC)</th>
                  <th scope="col">Tool</th><th scope="col">What</th><th scope="col">Status</th><th scope="col">In words</th></tr></thead>
                  <tbody>%s</tbody></table></div>""".formatted(rows);
        return page(
                platform,
                "What the tool asked",
                "<h1>What the tool asked</h1><p>Newest first. Launches are in <a href=\"/%s/launches.json\">launches.json</a>.</p>%s"
                        .formatted(escape(platform.path()), table));
    }

    private static String page(Platform platform, String title, String main) {
        return Page.of(
                title + " at " + platform.name(),
                LmsPages.crumbs(platform, title) + LmsPages.backstage(platform),
                main);
    }

    private static String tenants(Platform platform) {
        if (platform.registrations().size() == 1) {
            return "";
        }
        StringBuilder options = new StringBuilder();
        platform.registrations()
                .forEach(one -> options.append(
                        "<option value=\"%s\">%s</option>".formatted(escape(one.tenant()), escape(one.tenantName()))));
        return "<label>For<select name=\"tenant\">" + options + "</select></label>";
    }

    private static String card(Platform platform, Tool tool) {
        String custom = tool.custom().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        StringBuilder rows = new StringBuilder();
        Map.of(
                        "Client id", tool.clientId(),
                        "Deployment", String.join(", ", tool.deploymentIds()),
                        "Login", tool.addresses().login(),
                        "Key set", tool.addresses().jwks(),
                        "Scopes", tool.scopes().stream().sorted().collect(Collectors.joining(" ")))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(row -> rows.append("<tr><th scope=\"row\">%s</th><td><code>%s</code></td></tr>"
                        .formatted(row.getKey(), escape(row.getValue()))));
        return """
                <section class="panel" data-client="%1$s"><h3>%2$s <span class="soft">%3$s</span></h3><table>%4$s</table>
                <form method="post" action="/%5$s/tools/custom"><input type="hidden" name="client_id" value="%1$s">
                <label>Custom parameters of every launch, one name=value a line<textarea name="custom" rows="2">%6$s</textarea></label>
                <button class="quiet">Set</button></form>%7$s</section>""".formatted(
                        escape(tool.clientId()),
                        escape(tool.name()),
                        tool.registered().isPresent() ? "registered itself" : "from the configuration file",
                        rows,
                        escape(platform.path()),
                        escape(custom),
                        tool.registered().isEmpty() ? "" : update(platform, tool));
    }

    private static String update(Platform platform, Tool tool) {
        return """
                <form method="post" action="/%s/tools"><input type="hidden" name="update" value="%s">
                <label>Registration link, to update this tool<input name="registration_url" type="url" required autocomplete="off"></label>
                <button class="quiet">Update</button></form>""".formatted(escape(platform.path()), escape(tool.clientId()));
    }
}
