package org.lectern.adapter.judge;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Our own judge of Caliper 1.2: what the specification's tables demand of an event, of the entities in it (§2, §3 and the
 * events' own tables) and of an envelope (§5.2). Only for what a video tool tells; anything else is a fault.
 */
public final class CaliperCheck {

    private static final String CONTEXT = "http://purl.imsglobal.org/ctx/caliper/v1p2";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern DURATION =
            Pattern.compile("P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
    private static final Pattern EVENT_ID =
            Pattern.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Set<String> REQUIRED =
            Set.of("@context", "id", "type", "profile", "actor", "action", "object", "eventTime");
    private static final Set<String> OF_EVENTS = Set.of(
            "@context",
            "id",
            "type",
            "profile",
            "actor",
            "action",
            "object",
            "eventTime",
            "target",
            "generated",
            "referrer",
            "edApp",
            "group",
            "membership",
            "session",
            "federatedSession",
            "extensions");
    private static final Set<String> ENVELOPE = Set.of("sensor", "sendTime", "dataVersion", "data");

    private static final Set<String> MEDIA = Set.of("VideoObject", "AudioObject", "MediaObject");
    private static final Set<String> RESOURCES =
            Set.of("VideoObject", "AudioObject", "MediaObject", "DigitalResource", "DigitalResourceCollection");

    /** The rules of each type of event that a video tool tells. */
    private static final Map<String, Rules> EVENTS = Map.of(
            "MediaEvent",
            new Rules(
                    Set.of("MediaProfile"),
                    Set.of(
                            "Started",
                            "Ended",
                            "Paused",
                            "Resumed",
                            "Restarted",
                            "ForwardedTo",
                            "JumpedTo",
                            "ChangedResolution",
                            "ChangedSize",
                            "ChangedSpeed",
                            "ChangedVolume",
                            "EnabledClosedCaptioning",
                            "DisabledClosedCaptioning",
                            "EnteredFullScreen",
                            "ExitedFullScreen",
                            "Muted",
                            "Unmuted",
                            "OpenedPopout",
                            "ClosedPopout"),
                    MEDIA,
                    Set.of("MediaLocation"),
                    Set.of()),
            "SessionEvent",
            new Rules(
                    Set.of("SessionProfile"),
                    Set.of("LoggedIn", "LoggedOut"),
                    Set.of("SoftwareApplication"),
                    RESOURCES,
                    Set.of()),
            "NavigationEvent",
            new Rules(Set.of("ReadingProfile", "MediaProfile"), Set.of("NavigatedTo"), RESOURCES, RESOURCES, Set.of()),
            "FeedbackEvent",
            new Rules(Set.of("FeedbackProfile"), Set.of("Commented"), RESOURCES, Set.of("Frame"), Set.of("Comment")),
            "ResourceManagementEvent",
            new Rules(
                    Set.of("ResourceManagementProfile"),
                    Set.of(
                            "Archived",
                            "Copied",
                            "Created",
                            "Deleted",
                            "Described",
                            "Downloaded",
                            "Modified",
                            "Printed",
                            "Published",
                            "Restored",
                            "Retrieved",
                            "Saved",
                            "Unpublished",
                            "Uploaded"),
                    RESOURCES,
                    Set.of(),
                    RESOURCES),
            "ToolUseEvent",
            new Rules(
                    Set.of("ToolUseProfile"),
                    Set.of("Used"),
                    Set.of("SoftwareApplication"),
                    Set.of("SoftwareApplication"),
                    Set.of("AggregateMeasureCollection")),
            "Event",
            // Any Caliper action; these are the ones that no other event of ours takes.
            new Rules(Set.of("GeneralProfile"), Set.of("Completed", "Liked"), RESOURCES, Set.of(), Set.of()));

    /** What an entity may say beside what every entity may: a name and the like. */
    private static final Map<String, Set<String>> ENTITIES = Map.of(
            "Person", Set.of(),
            "VideoObject", Set.of("duration", "mediaType", "keywords", "creators", "isPartOf", "version"),
            "MediaLocation", Set.of("currentTime"),
            "Session", Set.of("user", "client", "startedAtTime", "endedAtTime", "duration"),
            "SoftwareApplication", Set.of("host", "ipAddress", "userAgent", "version"),
            "DigitalResourceCollection", Set.of("items", "mediaType", "isPartOf"),
            "CourseSection", Set.of("category", "courseNumber", "academicSession", "subOrganizationOf"),
            "Comment", Set.of("commenter", "commentedOn", "value"),
            "Membership", Set.of("member", "organization", "roles", "status"),
            "LtiSession", Set.of("user", "client", "startedAtTime", "endedAtTime", "duration", "messageParameters"));

    private static final Set<String> ROLES = Set.of(
            "Administrator", "ContentDeveloper", "Instructor", "Learner", "Manager", "Member", "Mentor", "Officer");

    /** Claims of a launch that say who somebody is, or that open something. */
    private static final Set<String> NOBODYS_BUSINESS = Set.of(
            "sub",
            "name",
            "given_name",
            "family_name",
            "middle_name",
            "picture",
            "email",
            "nonce",
            "https://purl.imsglobal.org/spec/lti/claim/custom",
            "https://purl.imsglobal.org/spec/lti/claim/ext",
            "https://purl.imsglobal.org/spec/lti/claim/lis",
            "https://purl.imsglobal.org/spec/lti/claim/launch_presentation");

    private static final Set<String> OF_ENTITIES = Set.of(
            "id", "type", "name", "description", "dateCreated", "dateModified", "otherIdentifiers", "extensions");

    private final List<String> faults = new ArrayList<>();

    private CaliperCheck() {}

    private record Rules(
            Set<String> profiles,
            Set<String> actions,
            Set<String> objects,
            Set<String> targets,
            Set<String> generated) {}

    /** What is wrong with an event; empty when nothing is. */
    public static List<String> faults(byte[] event) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(event))) {
            return faults(reader.readObject());
        } catch (JsonException | ClassCastException noObject) {
            return List.of("no JSON object: " + noObject.getMessage());
        }
    }

    /** As {@link #faults(byte[])}. */
    public static List<String> faults(JsonObject event) {
        CaliperCheck check = new CaliperCheck();
        check.event(event);
        return check.faults;
    }

    /** What is wrong with an envelope and with the events in it. */
    public static List<String> envelopeFaults(JsonObject envelope) {
        CaliperCheck check = new CaliperCheck();
        check.must(envelope.keySet().equals(ENVELOPE), "an envelope has " + ENVELOPE + " and nothing else");
        check.must(check.isIri(envelope.get("sensor")), "sensor is an IRI");
        check.must(check.matches(TIME, envelope.get("sendTime")), "sendTime in UTC with milliseconds");
        check.must(envelope.getString("dataVersion", "").equals(CONTEXT), "dataVersion is the context's IRI");
        if (envelope.get("data") instanceof JsonArray data && !data.isEmpty()) {
            data.forEach(event -> check.event(event.asJsonObject()));
        } else {
            check.faults.add("data has one event at least");
        }
        return check.faults;
    }

    /** What events, each good in itself, must be to each other within their sessions: in order, begun once and ended once. */
    public static List<String> sessionFaults(List<JsonObject> events) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> begun = new HashSet<>();
        Set<String> ended = new HashSet<>();
        String last = "";
        for (JsonObject event : events) {
            String word = event.getString("action");
            String time = event.getString("eventTime");
            if (!ids.add(event.getString("id"))) {
                faults.add(word + ": an id is used once");
            }
            if (time.compareTo(last) < 0) {
                faults.add(word + ": events are in order");
            }
            last = time;
            if (event.getString("type").equals("MediaEvent")) {
                String session = event.getJsonObject("session").getString("id");
                boolean first = word.equals("Started") && !begun.add(session);
                boolean end = word.equals("Ended") && !ended.add(session);
                if (first
                        || end
                        || Set.of("Resumed", "Restarted", "Ended").contains(word) && !begun.contains(session)) {
                    faults.add(word + ": a session is started once, ended once, and goes on in between");
                }
                if (word.equals("Restarted") && !ended.contains(session)) {
                    faults.add(word + ": only what has ended is restarted");
                }
            }
        }
        return faults;
    }

    private void event(JsonObject event) {
        must(event.keySet().containsAll(REQUIRED), "required: " + REQUIRED + ", there are " + event.keySet());
        must(OF_EVENTS.containsAll(event.keySet()), "own data only under extensions, there are " + event.keySet());
        must(event.getString("@context", "").equals(CONTEXT), "@context is Caliper 1.2's");
        must(matches(EVENT_ID, event.get("id")), "id is urn:uuid: and a version 4 UUID");
        must(matches(TIME, event.get("eventTime")), "eventTime in UTC with milliseconds");
        nothingEmpty("$", event);
        Rules rules = EVENTS.get(event.getString("type", ""));
        if (rules == null) {
            faults.add("not a type of event: " + event.get("type"));
            return;
        }
        must(rules.profiles().contains(event.getString("profile", "")), "profile is one of " + rules.profiles());
        must(rules.actions().contains(event.getString("action", "")), "action is one of " + rules.actions());
        entity("actor", event.get("actor"), Set.of("Person"));
        entity("object", event.get("object"), rules.objects());
        entity("target", event.get("target"), rules.targets());
        entity("generated", event.get("generated"), rules.generated());
        entity("edApp", event.get("edApp"), Set.of("SoftwareApplication"));
        entity("group", event.get("group"), Set.of("CourseSection"));
        entity("session", event.get("session"), Set.of("Session"));
        entity(
                "referrer",
                event.get("referrer"),
                Set.of("SoftwareApplication", "DigitalResource", "WebPage", "LtiLink"));
        entity("membership", event.get("membership"), Set.of("Membership"));
        entity("federatedSession", event.get("federatedSession"), Set.of("LtiSession"));
        if (event.get("membership") instanceof JsonObject membership) {
            roles(membership.get("roles"));
        }
        if (event.get("federatedSession") instanceof JsonObject session && session.containsKey("messageParameters")) {
            must(
                    session.get("messageParameters") instanceof JsonObject claims
                            && claims.keySet().stream().noneMatch(NOBODYS_BUSINESS::contains),
                    "messageParameters are claims, and none says who: " + session);
        }
        if (event.get("extensions") instanceof JsonObject extensions) {
            extensions.keySet().forEach(key -> must(URI.create(key).isAbsolute(), "extension is an IRI: " + key));
        }
    }

    private void entity(String role, JsonValue value, Set<String> types) {
        if (value == null || value instanceof JsonString && isIri(value)) {
            return;
        }
        if (!(value instanceof JsonObject entity)) {
            faults.add(role + " is an entity or an IRI: " + value);
            return;
        }
        String type = entity.getString("type", "");
        must(types.contains(type), role + " is one of " + types + ": " + type);
        must(isIri(entity.get("id")), role + ".id is an IRI: " + entity.get("id"));
        Set<String> known = new HashSet<>(OF_ENTITIES);
        known.addAll(ENTITIES.getOrDefault(type, Set.of()));
        must(known.containsAll(entity.keySet()), role + " has more than " + type + " may: " + entity.keySet());
        Set.of("duration", "currentTime")
                .forEach(name -> optional(entity, name)
                        .ifPresent(
                                time -> must(matches(DURATION, time), role + "." + name + " is a duration: " + time)));
        Set.of("dateCreated", "startedAtTime", "endedAtTime")
                .forEach(name -> optional(entity, name)
                        .ifPresent(time -> must(matches(TIME, time), role + "." + name + " is a time: " + time)));
        if (entity.get("otherIdentifiers") instanceof JsonArray identifiers) {
            identifiers.forEach(one -> identifier(role, one));
        }
        Set.of("commenter", "commentedOn", "user", "member", "organization")
                .forEach(name -> optional(entity, name)
                        .ifPresent(iri -> must(isIri(iri), role + "." + name + " is an IRI: " + iri)));
    }

    /** Terms of the list, and no sub-role without its role. */
    private void roles(JsonValue told) {
        List<String> roles = told instanceof JsonArray array && !array.isEmpty()
                ? array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of("none");
        roles.forEach(role -> {
            String[] parts = role.split("#", 2);
            must(ROLES.contains(parts[0]) && roles.contains(parts[0]), "membership.roles are Caliper's: " + roles);
        });
    }

    private void identifier(String role, JsonValue identifier) {
        must(
                identifier instanceof JsonObject known
                        && known.getString("type", "").equals("SystemIdentifier")
                        && Set.of("LtiContextId", "LtiDeploymentId", "LtiPlatformId", "LtiToolId", "LisSourcedId")
                                .contains(known.getString("identifierType", ""))
                        && !known.getString("identifier", "").isBlank()
                        && (!known.containsKey("source") || isIri(known.get("source"))),
                role + ".otherIdentifiers are identifiers of systems: " + identifier);
    }

    private void nothingEmpty(String path, JsonValue value) {
        if (value instanceof JsonObject object) {
            must(!object.isEmpty(), path + " is empty");
            object.forEach((name, inner) -> nothingEmpty(path + "." + name, inner));
        } else if (value instanceof JsonString text) {
            must(!text.getString().isBlank(), path + " is blank");
        } else {
            must(value != JsonValue.NULL, path + " is null");
        }
    }

    private static Optional<JsonValue> optional(JsonObject entity, String name) {
        return Optional.ofNullable(entity.get(name));
    }

    private boolean isIri(JsonValue value) {
        try {
            return value instanceof JsonString text
                    && URI.create(text.getString()).isAbsolute();
        } catch (IllegalArgumentException noIri) {
            return false;
        }
    }

    private boolean matches(Pattern pattern, JsonValue value) {
        return value instanceof JsonString text
                && pattern.matcher(text.getString()).matches();
    }

    private void must(boolean holds, String rule) {
        if (!holds) {
            faults.add(rule);
        }
    }
}
