package org.lectern.adapter.xapi;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * The one way from a {@link Statement} to bytes: UTF-8, always the same key order, nothing null, nothing empty, numbers
 * without exponent or trailing zeros. The same statement gives the same bytes. Safe for any number of threads.
 */
public final class StatementJson {

    /** Looked up once: finding the provider costs far more than writing a statement. */
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    /** For years that nobody lives in; the others are written by hand, at a tenth of the cost. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int USUAL_SIZE = 2048;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private StatementJson() {}

    /** The statement as an LRS gets it. */
    public static byte[] bytes(Statement statement) {
        // A generator that writes to a stream makes itself an encoder with 8 KiB of its own for every statement.
        StringWriter out = new StringWriter(USUAL_SIZE);
        try (JsonGenerator json = GENERATORS.createGenerator(out)) {
            new Writer(json).statement(statement);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The timestamp as it is written: UTC, milliseconds, {@code Z}. */
    public static String timestamp(Instant at) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        if (time.getYear() < 1_000 || time.getYear() > 9_999) {
            return TIMESTAMP.format(at);
        }
        StringBuilder text = new StringBuilder(24).append(time.getYear());
        append(text, '-', time.getMonthValue());
        append(text, '-', time.getDayOfMonth());
        append(text, 'T', time.getHour());
        append(text, ':', time.getMinute());
        append(text, ':', time.getSecond());
        int millis = time.getNano() / NANOS_PER_MILLI;
        text.append('.').append((char) ('0' + millis / 100));
        return text.append((char) ('0' + millis / 10 % 10))
                .append((char) ('0' + millis % 10))
                .append('Z')
                .toString();
    }

    private static void append(StringBuilder text, char before, int twoDigits) {
        text.append(before).append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
    }

    /** Walks a statement once, without building a tree. */
    private record Writer(JsonGenerator json) {

        void statement(Statement statement) {
            json.writeStartObject().write("id", statement.id().toString());
            json.writeStartObject("actor");
            agent(statement.actor());
            json.writeStartObject("verb").write("id", statement.verb().id().value());
            texts("display", statement.verb().display());
            json.writeEnd().writeStartObject("object");
            activity(statement.object());
            if (!statement.result().isEmpty()) {
                result(statement.result());
            }
            if (!statement.context().isEmpty()) {
                context(statement.context());
            }
            json.write("timestamp", timestamp(statement.timestamp())).writeEnd();
        }

        /** Writes the rest of an object that was begun, and ends it. */
        void agent(Actor actor) {
            json.write("objectType", "Agent");
            actor.name().filter(name -> !name.isBlank()).ifPresent(name -> json.write("name", name));
            ActorIdentity identity = actor.identity();
            if (identity instanceof ActorIdentity.Account account) {
                json.writeStartObject("account")
                        .write("homePage", account.homePage().toString())
                        .write("name", account.name())
                        .writeEnd();
            } else if (identity instanceof ActorIdentity.Mbox mbox) {
                json.write("mbox", "mailto:" + mbox.address());
            } else if (identity instanceof ActorIdentity.MboxSha1 hash) {
                json.write("mbox_sha1sum", hash.sha1());
            }
            json.writeEnd();
        }

        /** Writes the rest of an object that was begun, and ends it. */
        void activity(Activity activity) {
            json.write("objectType", "Activity").write("id", activity.id().value());
            if (activity.type().isPresent() || !activity.name().isEmpty()) {
                json.writeStartObject("definition");
                activity.type().ifPresent(type -> json.write("type", type.value()));
                texts("name", activity.name());
                json.writeEnd();
            }
            json.writeEnd();
        }

        void result(Result result) {
            json.writeStartObject("result");
            result.completion().ifPresent(completion -> json.write("completion", completion));
            result.response().ifPresent(response -> json.write("response", response));
            result.duration().ifPresent(duration -> json.write("duration", Seconds.spent(duration)));
            extensions(result.extensions());
            json.writeEnd();
        }

        void context(StatementContext context) {
            json.writeStartObject("context");
            context.registration().ifPresent(attempt -> json.write("registration", attempt.toString()));
            ContextActivities activities = context.activities();
            if (!activities.isEmpty()) {
                json.writeStartObject("contextActivities");
                activities("parent", activities.parent());
                activities("grouping", activities.grouping());
                activities("category", activities.category());
                activities("other", activities.other());
                json.writeEnd();
            }
            context.platform().ifPresent(platform -> json.write("platform", platform));
            context.language().ifPresent(language -> json.write("language", language.value()));
            extensions(context.extensions());
            json.writeEnd();
        }

        void activities(String kind, List<Activity> activities) {
            if (!activities.isEmpty()) {
                json.writeStartArray(kind);
                for (Activity activity : activities) {
                    json.writeStartObject();
                    activity(activity);
                }
                json.writeEnd();
            }
        }

        void texts(String key, LanguageMap map) {
            if (!map.isEmpty()) {
                json.writeStartObject(key);
                map.texts().forEach((tag, text) -> json.write(tag.value(), text));
                json.writeEnd();
            }
        }

        void extensions(Extensions extensions) {
            if (!extensions.isEmpty()) {
                json.writeStartObject("extensions");
                extensions.forEach((key, value) -> extension(key.value(), value));
                json.writeEnd();
            }
        }

        void extension(String key, Object value) {
            if (value instanceof BigDecimal number) {
                json.write(key, number);
            } else if (value instanceof Boolean flag) {
                json.write(key, flag);
            } else if (value instanceof Actor agent) {
                json.writeStartObject(key);
                agent(agent);
            } else {
                json.write(key, value.toString());
            }
        }
    }
}
