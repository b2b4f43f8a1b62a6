package org.lectern.gateway.operations.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an operator can say about platforms and how they come to be registered. */
final class RegistrationCommands {

    private static final String ONE = "--tenant T --platform P";
    private static final List<String> NAMES = List.of("tenant", "platform");

    private final Tables tables;

    RegistrationCommands(Tables tables) {
        this.tables = tables;
    }

    List<Command> all() {
        return List.of(
                new Command(
                        "invite",
                        "--tenant T [--active] [--days N]",
                        "a link by which an administrator registers a platform, once",
                        List.of("tenant", CommandLine.ACTIVE, "days"),
                        this::invite),
                new Command(
                        "invitations",
                        "[--tenant T]",
                        "those links' fate: used, expired, what failed last",
                        List.of("tenant"),
                        this::invitations),
                new Command(
                        "registrations",
                        "[--tenant T]",
                        "the platforms, and whether they may launch",
                        List.of("tenant"),
                        this::registrations),
                deed("activate", "let a registered platform launch"),
                deed("deactivate", "refuse a registered platform's launches"),
                deed("remove", "forget a registered platform for good"),
                deed("update", "tell a platform what we ask of it today"),
                new Command(
                        "origins",
                        "[--tenant T] [--platform P] [--origins ORIGINS]",
                        "whose pages may frame ours; ORIGINS with commas between, or none",
                        List.of("tenant", "platform", "origins"),
                        this::origins),
                new Command("deployments", "", "deployments that no tenant claims", List.of(), this::deployments),
                new Command(
                        "approve",
                        ONE + " --deployment D",
                        "a deployment belongs to this registration",
                        List.of("tenant", "platform", "deployment"),
                        this::approve));
    }

    private Command deed(String name, String purpose) {
        return new Command(
                name,
                ONE,
                purpose,
                NAMES,
                (line, api, screen) -> tell(name, Json.createObjectBuilder(), line, api, screen));
    }

    private int invite(CommandLine line, AdminApi api, Screen screen) {
        JsonObjectBuilder order = Json.createObjectBuilder().add("tenant", line.needed("tenant"));
        line.option("days").ifPresent(days -> order.add("days", days));
        line.option(CommandLine.ACTIVE).ifPresent(active -> order.add("active", active));
        JsonObject made = api.post("invitations", order.build());
        screen.say(made, invited(made));
        return Exit.OK;
    }

    private static String invited(JsonObject made) {
        String link = Words.oneLine(made.getString("link", ""));
        String until =
                made.containsKey("expires") ? Words.moment(java.time.Instant.parse(made.getString("expires"))) : "";
        String start = made.getBoolean("active", false)
                ? "What it registers may launch at once."
                : "What it registers starts inactive: ./lectern admin activate.";
        return link + "\n\nGood for one registration until " + until + ". " + start
                + "\nGive it to the platform's administrator: the platform's own registration page takes it, and opened in a"
                + " browser it says how to register by hand.";
    }

    private int invitations(CommandLine line, AdminApi api, Screen screen) {
        screen.list(api.get("invitations", query(line)), tables.invitations(), "No invitations.");
        return Exit.OK;
    }

    private int registrations(CommandLine line, AdminApi api, Screen screen) {
        screen.list(api.get("registrations", query(line)), tables.registrations(), "No registrations.");
        return Exit.OK;
    }

    private int origins(CommandLine line, AdminApi api, Screen screen) {
        if (line.option("origins").isEmpty()) {
            Map<String, String> query = new TreeMap<>(query(line));
            line.option("platform").ifPresent(platform -> query.put("platform", platform));
            screen.list(api.get("origins", query), tables.origins(), "No registrations.");
            return Exit.OK;
        }
        String path =
                "origins/" + AdminApi.encoded(line.needed("tenant")) + "/" + AdminApi.encoded(line.needed("platform"));
        JsonObject answer = api.post(
                path,
                Json.createObjectBuilder()
                        .add("origins", line.needed("origins"))
                        .build());
        screen.row(answer, tables.origins());
        return Exit.OK;
    }

    private int deployments(CommandLine line, AdminApi api, Screen screen) {
        screen.list(api.get("deployments", Map.of()), tables.deployments(), "No deployment waits to be claimed.");
        return Exit.OK;
    }

    private int approve(CommandLine line, AdminApi api, Screen screen) {
        return tell(
                "approve", Json.createObjectBuilder().add("deployment", line.needed("deployment")), line, api, screen);
    }

    private int tell(String deed, JsonObjectBuilder order, CommandLine line, AdminApi api, Screen screen) {
        String path = "registrations/" + AdminApi.encoded(line.needed("tenant")) + "/"
                + AdminApi.encoded(line.needed("platform")) + "/" + deed;
        JsonObject answer = api.post(path, order.build());
        screen.row(answer, tables.registrations());
        return Exit.OK;
    }

    private static Map<String, String> query(CommandLine line) {
        return line.option("tenant").map(tenant -> Map.of("tenant", tenant)).orElse(Map.of());
    }
}
