package org.lectern.gateway.operations.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything an operator can say, in the order of the help. */
final class Commands {

    private static final String TENANT = "[--tenant T]";
    private static final String LANE = "--tenant T [--destination D]";

    private final Tables tables;

    Commands(Tables tables) {
        this.tables = tables;
    }

    List<Command> all() {
        return Stream.of(ours(), new RegistrationCommands(tables).all())
                .flatMap(List::stream)
                .toList();
    }

    private List<Command> ours() {
        return List.of(
                new Command("tenants", "", "the institutions served and their LRSs", List.of(), this::tenants),
                new Command(
                        "roles",
                        TENANT + " [--platform P] [--instructor ROLES] [--learner ROLES]",
                        "what a platform's roles mean beside the standard; ROLES with commas between, or none",
                        List.of("tenant", "platform", "instructor", "learner"),
                        this::roles),
                new Command(
                        "launches",
                        TENANT + " [--verdict V] [--limit N] [--before ID] [--extract]",
                        "the launch log, newest first; --extract: oldest first with what was checked, as proof",
                        List.of("tenant", "verdict", "limit", "before", CommandLine.EXTRACT),
                        this::launches),
                new Command("keys", "", "our own key pairs", List.of(), this::keys),
                new Command("keys rotate", "", "let the next key sign, before its time", List.of(), this::rotateKeys),
                new Command(
                        "keys revoke",
                        "--kid K --why TEXT",
                        "emergency: take a key out of use at once",
                        List.of("kid", "why"),
                        this::revokeKey),
                new Command("lanes", TENANT, "what waits, and what is stopped and why", List.of("tenant"), this::lanes),
                new Command(
                        "pause",
                        LANE + " --reason TEXT",
                        "stop delivery until you resume it",
                        List.of("tenant", "destination", "reason"),
                        this::pause),
                new Command(
                        "resume",
                        LANE,
                        "deliver again at once",
                        List.of("tenant", "destination"),
                        (line, api, screen) -> tell("resume", line, api, screen)),
                new Command(
                        "probe",
                        LANE,
                        "try one statement now",
                        List.of("tenant", "destination"),
                        (line, api, screen) -> tell("probe", line, api, screen)),
                new Command(
                        "dead-letters",
                        "[--id N] | " + TENANT + " [--limit N] [--after N]",
                        "statements that an LRS would not take",
                        List.of("id", "tenant", "limit", "after"),
                        this::deadLetters),
                new Command(
                        "resend",
                        "--id N | --tenant T [--destination D] [--reason R]",
                        "send dead letters again",
                        List.of("id", "tenant", "destination", "reason"),
                        this::resend),
                new Command(
                        "discard",
                        "--id N --why TEXT",
                        "give a dead letter up for good",
                        List.of("id", "why"),
                        this::discard),
                new Command(
                        "replay",
                        "--tenant T --from WHEN --to WHEN [--destination D] [--to-destination D]",
                        "send archived statements again",
                        List.of("tenant", "from", "to", "destination", "to-destination"),
                        this::replay),
                new Command(
                        "ags-test",
                        "--tenant T --platform P [--link ID] [--user ID]",
                        "try a platform's gradebook out, and clean up",
                        List.of("tenant", "platform", "link", "user"),
                        this::agsTest),
                new Command(
                        "failed-tellings",
                        "[--id N] | " + TENANT + " [--limit N] [--before X]",
                        "actions that an adapter failed to tell",
                        List.of("id", "tenant", "limit", "before"),
                        this::failedTellings));
    }

    private int tenants(CommandLine line, AdminApi api, Screen screen) {
        screen.list(api.get("tenants", Map.of()), tables.tenants(), "No tenants.");
        return Exit.OK;
    }

    private int roles(CommandLine line, AdminApi api, Screen screen) {
        if (line.option("instructor").isEmpty() && line.option("learner").isEmpty()) {
            screen.list(api.get("roles", query(line, "tenant", "platform")), tables.roles(), "No registrations.");
            return Exit.OK;
        }
        String path =
                "roles/" + AdminApi.encoded(line.needed("tenant")) + "/" + AdminApi.encoded(line.needed("platform"));
        JsonObject answer = api.post(path, body(line, "instructor", "learner").build());
        screen.say(answer, "The roles mean this from the next launch on.");
        return Exit.OK;
    }

    private int launches(CommandLine line, AdminApi api, Screen screen) {
        JsonObject answer = api.get("launches", query(line, "tenant", "verdict", "limit", "before"));
        if (line.extract()) {
            screen.list(oldestFirst(answer), tables.launchExtract(), "No launches.", "before");
        } else {
            screen.list(answer, tables.launches(), "No launches.", "before");
        }
        return Exit.OK;
    }

    private int keys(CommandLine line, AdminApi api, Screen screen) {
        screen.list(
                api.get("keys", Map.of()),
                tables.keys(),
                "No keys yet; the first launch or key set request makes them.");
        return Exit.OK;
    }

    private int rotateKeys(CommandLine line, AdminApi api, Screen screen) {
        screen.list(api.post("keys/rotate", JsonObject.EMPTY_JSON_OBJECT), tables.keys(), "");
        return Exit.OK;
    }

    private int revokeKey(CommandLine line, AdminApi api, Screen screen) {
        String kid = AdminApi.encoded(line.needed("kid"));
        line.needed("why");
        screen.list(api.post("keys/" + kid + "/revoke", body(line, "why").build()), tables.keys(), "");
        return Exit.OK;
    }

    private int lanes(CommandLine line, AdminApi api, Screen screen) {
        JsonObject answer = api.get("lanes", query(line, "tenant"));
        screen.list(answer, tables.lanes(), "No lanes yet; the first statement makes one.");
        boolean paused = answer.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .anyMatch(lane -> lane.getString("state").equals("paused"));
        return paused ? Exit.PAUSED : Exit.OK;
    }

    private int pause(CommandLine line, AdminApi api, Screen screen) {
        JsonObject body =
                Json.createObjectBuilder().add("reason", line.needed("reason")).build();
        screen.list(api.post(lane(line, "pause"), body), tables.lanes(), "");
        return Exit.OK;
    }

    private int tell(String deed, CommandLine line, AdminApi api, Screen screen) {
        screen.list(api.post(lane(line, deed), JsonObject.EMPTY_JSON_OBJECT), tables.lanes(), "");
        return Exit.OK;
    }

    private int deadLetters(CommandLine line, AdminApi api, Screen screen) {
        Optional<String> id = line.option("id");
        if (id.isPresent()) {
            screen.thing(api.get("dead-letters/" + AdminApi.encoded(id.get()), Map.of()));
        } else {
            JsonObject answer = api.get("dead-letters", query(line, "tenant", "limit", "after"));
            screen.list(answer, tables.deadLetters(), "No dead letters.", "after");
        }
        return Exit.OK;
    }

    private int resend(CommandLine line, AdminApi api, Screen screen) {
        Optional<String> id = line.option("id");
        if (id.isPresent()) {
            JsonObject answer =
                    api.post("dead-letters/" + AdminApi.encoded(id.get()) + "/resend", JsonObject.EMPTY_JSON_OBJECT);
            screen.say(answer, "Dead letter " + Words.oneLine(id.get()) + " is on its way again.");
        } else {
            line.needed("tenant");
            JsonObject answer = api.post(
                    "dead-letters/resend",
                    body(line, "tenant", "destination", "reason").build());
            screen.say(answer, onTheirWay(answer));
        }
        return Exit.OK;
    }

    private int discard(CommandLine line, AdminApi api, Screen screen) {
        String id = line.needed("id");
        line.needed("why");
        JsonObject answer = api.post(
                "dead-letters/" + AdminApi.encoded(id) + "/discard",
                body(line, "why").build());
        screen.say(answer, "Dead letter " + Words.oneLine(id) + " is given up.");
        return Exit.OK;
    }

    private int replay(CommandLine line, AdminApi api, Screen screen) {
        line.needed("tenant");
        line.needed("from");
        line.needed("to");
        JsonObjectBuilder order = body(line, "tenant", "from", "to").add("destination", destination(line));
        line.option("to-destination").ifPresent(to -> order.add("toDestination", to));
        JsonObject answer = api.post("replay", order.build());
        screen.say(answer, onTheirWay(answer));
        return Exit.OK;
    }

    private int agsTest(CommandLine line, AdminApi api, Screen screen) {
        line.needed("tenant");
        line.needed("platform");
        JsonObject answer = api.post(
                "gradebook-trial",
                body(line, "tenant", "platform", "link", "user").build());
        screen.list(answer, tables.trial(), "");
        boolean good = answer.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .allMatch(step -> step.getBoolean("good"));
        return good ? Exit.OK : Exit.TRIAL_FAILED;
    }

    private int failedTellings(CommandLine line, AdminApi api, Screen screen) {
        Optional<String> id = line.option("id");
        if (id.isPresent()) {
            screen.thing(api.get("failed-tellings/" + AdminApi.encoded(id.get()), Map.of()));
        } else {
            JsonObject answer = api.get("failed-tellings", query(line, "tenant", "limit", "before"));
            screen.list(answer, tables.failedTellings(), "No failed tellings.", "before");
        }
        return Exit.OK;
    }

    private static String lane(CommandLine line, String deed) {
        String tenant = AdminApi.encoded(line.needed("tenant"));
        return "lanes/" + tenant + "/" + AdminApi.encoded(destination(line)) + "/" + deed;
    }

    private static String destination(CommandLine line) {
        return line.option("destination").orElse("lrs");
    }

    private static String onTheirWay(JsonObject answer) {
        long statements = answer.getJsonNumber("statements").longValue();
        return Words.count(statements, "statement")
                + (statements == 1 ? " is on its way again." : " are on their way again.");
    }

    private static JsonObject oldestFirst(JsonObject answer) {
        List<JsonValue> items = new ArrayList<>(answer.getJsonArray("items"));
        Collections.reverse(items);
        return Json.createObjectBuilder(answer)
                .add("items", Json.createArrayBuilder(items))
                .build();
    }

    private static Map<String, String> query(CommandLine line, String... names) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String name : names) {
            line.option(name).ifPresent(value -> query.put(name, value));
        }
        return query;
    }

    private static JsonObjectBuilder body(CommandLine line, String... names) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        for (String name : names) {
            line.option(name).ifPresent(value -> body.add(name, value));
        }
        return body;
    }
}
