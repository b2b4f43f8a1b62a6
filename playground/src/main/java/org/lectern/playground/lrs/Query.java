package org.lectern.playground.lrs;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.playground.web.Parameters;

/**
 * A question to the list of statements (xAPI 1.0.3 Communication 2.1.3), without related_agents, related_activities
 * and formats other than exact: those are refused by name, never half answered.
 */
record Query(
        Optional<JsonObject> agent,
        Optional<String> verb,
        Optional<String> activity,
        Optional<String> registration,
        Optional<Instant> since,
        Optional<Instant> until,
        int limit,
        boolean ascending) {
    static final int MOST = 500;
    private static final Set<String> KNOWN = Set.of(
            "agent",
            "verb",
            "activity",
            "registration",
            "related_activities",
            "related_agents",
            "since",
            "until",
            "limit",
            "format",
            "attachments",
            "ascending");

    static Query of(Parameters parameters) {
        refuseUnknown(parameters, KNOWN);
        for (String name : List.of("related_activities", "related_agents", "attachments")) {
            if (flag(parameters, name)) {
                throw new Refused(400, "The practice LRS does not know " + name + "=true.");
            }
        }
        refuseFormat(parameters);
        return new Query(
                parameters.find("agent").map(Query::agent),
                parameters.find("verb").map(verb -> valid("verb", verb, Formats.isIri(verb))),
                parameters.find("activity").map(iri -> valid("activity", iri, Formats.isIri(iri))),
                parameters.find("registration").map(uuid -> valid("registration", uuid, Formats.isUuid(uuid))),
                parameters.find("since").map(Query::moment),
                parameters.find("until").map(Query::moment),
                limit(parameters),
                flag(parameters, "ascending"));
    }

    static void refuseUnknown(Parameters parameters, Set<String> known) {
        for (String name : parameters.names()) {
            if (!known.contains(name)) {
                throw new Refused(400, "The query parameter " + name + " is not known here.");
            }
            if (parameters.repeats(name)) {
                throw new Refused(400, "The query parameter " + name + " comes twice.");
            }
        }
    }

    static void refuseFormat(Parameters parameters) {
        if (!parameters.find("format").orElse("exact").equals("exact")) {
            throw new Refused(400, "The practice LRS knows only format=exact.");
        }
    }

    static boolean flag(Parameters parameters, String name) {
        String text = parameters.find(name).orElse("false");
        valid(name, text, text.equals("true") || text.equals("false"));
        return text.equals("true");
    }

    boolean matches(Stored stored) {
        if (since.isPresent() && !stored.at().isAfter(since.get())
                || until.isPresent() && stored.at().isAfter(until.get())) {
            return false;
        }
        if (agent.isEmpty() && verb.isEmpty() && activity.isEmpty() && registration.isEmpty()) {
            return true;
        }
        JsonObject statement = stored.sent();
        return verb.map(statement.getJsonObject("verb").getString("id")::equals).orElse(true)
                && activity.map(iri -> isActivity(statement.getJsonObject("object"), iri))
                        .orElse(true)
                && registration.map(uuid -> inRegistration(statement, uuid)).orElse(true)
                && agent.map(one -> isAbout(statement, one)).orElse(true);
    }

    private static boolean isActivity(JsonObject object, String iri) {
        return object.getString("objectType", "Activity").equals("Activity")
                && object.getString("id").equals(iri);
    }

    private static boolean inRegistration(JsonObject statement, String uuid) {
        return Optional.ofNullable(statement.getJsonObject("context"))
                .map(context -> context.getString("registration", ""))
                .filter(uuid::equalsIgnoreCase)
                .isPresent();
    }

    private static boolean isAbout(JsonObject statement, JsonObject agent) {
        return same(statement.getJsonObject("actor"), agent) || same(statement.getJsonObject("object"), agent);
    }

    private static boolean same(JsonObject actor, JsonObject agent) {
        for (String identifier : List.of("mbox", "mbox_sha1sum", "openid", "account")) {
            if (agent.containsKey(identifier)) {
                return agent.get(identifier).equals(actor.get(identifier));
            }
        }
        return false;
    }

    private static JsonObject agent(String text) {
        if (!(JsonText.read(text) instanceof JsonObject agent)) {
            throw new Refused(400, "agent must be a JSON object.");
        }
        ActorRules.actor(new Field("agent", agent));
        return agent;
    }

    private static Instant moment(String text) {
        return Formats.instant(text)
                .orElseThrow(() -> new Refused(400, "since and until must be ISO 8601 with a zone, found " + text));
    }

    private static int limit(Parameters parameters) {
        String text = parameters.find("limit").orElse("0");
        valid("limit", text, text.matches("\\d{1,9}"));
        int asked = Integer.parseInt(text);
        return asked == 0 ? MOST : Math.min(MOST, asked);
    }

    private static String valid(String name, String value, boolean valid) {
        if (!valid) {
            throw new Refused(400, "The query parameter " + name + " has a value that is not allowed: " + value);
        }
        return value;
    }
}
