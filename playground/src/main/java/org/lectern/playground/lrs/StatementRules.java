package org.lectern.playground.lrs;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement must be for a strict LRS (xAPI 1.0.3 Data 2 and 4). Stricter than the letter in one thing: a
 * timestamp needs a known zone, since real stores differ about the others.
 */
final class StatementRules {
    static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";
    private static final Set<String> STATEMENT = Set.of(
            "id",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments");
    private static final Set<String> SUB_STATEMENT =
            Set.of("objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments");
    private static final Set<String> CONTEXT = Set.of(
            "registration",
            "instructor",
            "team",
            "contextActivities",
            "revision",
            "platform",
            "language",
            "statement",
            "extensions");
    private static final Set<String> RESULT =
            Set.of("score", "success", "completion", "response", "duration", "extensions");
    private static final Set<String> ATTACHMENT =
            Set.of("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl");

    private StatementRules() {}

    /** Returns when the statement is valid; else throws {@link Refused} with 400 naming the field. */
    static void check(JsonValue value) {
        Field statement = new Field("", value).object(STATEMENT);
        statement.find("id").ifPresent(id -> id.matching(Formats::isUuid, "a UUID"));
        statement.find("stored").ifPresent(StatementRules::timestamp);
        statement.find("authority").ifPresent(ActorRules::actor);
        statement.find("version").ifPresent(version -> version.matching(Formats::isVersion, "1.0 or 1.0.x"));
        object(statement.need("object"), true);
        body(statement);
        boolean voids = statement.need("verb").need("id").text().equals(VOIDED);
        if (voids && !type(statement.need("object")).equals("StatementRef")) {
            throw statement.need("object").wrong("of a voiding statement must be a StatementRef");
        }
    }

    private static void body(Field statement) {
        ActorRules.actor(statement.need("actor"));
        Field verb = statement.need("verb").object(Set.of("id", "display"));
        verb.need("id").matching(Formats::isIri, "an absolute IRI");
        verb.find("display").ifPresent(ActivityRules::languageMap);
        statement.find("result").ifPresent(StatementRules::result);
        boolean ofActivity = type(statement.need("object")).equals("Activity");
        statement.find("context").ifPresent(context -> context(context, ofActivity));
        statement.find("timestamp").ifPresent(StatementRules::timestamp);
        statement.find("attachments").ifPresent(list -> list.elements().forEach(StatementRules::attachment));
    }

    private static String type(Field object) {
        return object.find("objectType").map(Field::text).orElse("Activity");
    }

    private static void object(Field object, boolean subStatementAllowed) {
        String type = type(object);
        if (type.equals("Activity")) {
            ActivityRules.activity(object);
        } else if (type.equals("Agent") || type.equals("Group")) {
            ActorRules.actor(object);
        } else if (type.equals("StatementRef")) {
            reference(object);
        } else if (type.equals("SubStatement") && subStatementAllowed) {
            object.object(SUB_STATEMENT);
            object(object.need("object"), false);
            body(object);
        } else {
            throw object.wrong("has the objectType \"" + type + "\", which is not allowed here");
        }
    }

    private static void reference(Field reference) {
        reference.object(Set.of("objectType", "id"));
        reference.need("objectType").matching("StatementRef"::equals, "\"StatementRef\"");
        reference.need("id").matching(Formats::isUuid, "a UUID");
    }

    private static void result(Field result) {
        result.object(RESULT);
        result.find("score").ifPresent(StatementRules::score);
        result.find("success").ifPresent(Field::bool);
        result.find("completion").ifPresent(Field::bool);
        result.find("response").ifPresent(Field::text);
        result.find("duration").ifPresent(it -> it.matching(Formats::isDuration, "an ISO 8601 duration"));
        result.find("extensions").ifPresent(ActivityRules::extensions);
    }

    private static void score(Field score) {
        score.object(Set.of("scaled", "raw", "min", "max"));
        score.find("scaled").ifPresent(scaled -> {
            if (scaled.number().abs().compareTo(BigDecimal.ONE) > 0) {
                throw scaled.wrong("must be from -1 to 1, found " + scaled.value());
            }
        });
        Optional<BigDecimal> raw = score.find("raw").map(Field::number);
        Optional<BigDecimal> min = score.find("min").map(Field::number);
        Optional<BigDecimal> max = score.find("max").map(Field::number);
        refuseUnordered(score, min, max, "min must be below max", 0);
        refuseUnordered(score, min, raw, "raw must not be below min", 1);
        refuseUnordered(score, raw, max, "raw must not be above max", 1);
    }

    private static void refuseUnordered(
            Field score, Optional<BigDecimal> low, Optional<BigDecimal> high, String rule, int least) {
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= least) {
            throw score.wrong("is out of order: " + rule);
        }
    }

    private static void context(Field context, boolean ofActivity) {
        context.object(CONTEXT);
        context.find("registration").ifPresent(it -> it.matching(Formats::isUuid, "a UUID"));
        context.find("instructor").ifPresent(ActorRules::actor);
        context.find("team").ifPresent(ActorRules::group);
        context.find("contextActivities").ifPresent(StatementRules::contextActivities);
        for (String name : Set.of("revision", "platform")) {
            context.find(name).ifPresent(field -> {
                field.text();
                if (!ofActivity) {
                    throw field.wrong("is allowed only if the object is an Activity");
                }
            });
        }
        context.find("language").ifPresent(it -> it.matching(Formats::isLanguageTag, "a language tag (RFC 5646)"));
        context.find("statement").ifPresent(StatementRules::reference);
        context.find("extensions").ifPresent(ActivityRules::extensions);
    }

    private static void contextActivities(Field groups) {
        Set<String> names = Set.of("parent", "grouping", "category", "other");
        groups.object(names);
        names.forEach(name -> groups.find(name).ifPresent(group -> {
            if (group.value().getValueType() == JsonValue.ValueType.ARRAY) {
                group.elements().forEach(ActivityRules::activity);
            } else {
                ActivityRules.activity(group);
            }
        }));
    }

    private static void timestamp(Field timestamp) {
        timestamp.matching(Formats::isTimestamp, "an ISO 8601 date and time with a zone other than -00:00");
    }

    private static void attachment(Field attachment) {
        attachment.object(ATTACHMENT);
        attachment.need("usageType").matching(Formats::isIri, "an absolute IRI");
        ActivityRules.languageMap(attachment.need("display"));
        attachment.find("description").ifPresent(ActivityRules::languageMap);
        attachment.need("contentType").text();
        attachment.need("length").number();
        attachment.need("sha2").matching(Formats::isSha2, "a SHA-2 hash in hexadecimal digits");
        // Without multipart the file itself cannot have come along.
        attachment.need("fileUrl").matching(Formats::isIri, "an absolute IRL");
    }
}
