package org.lectern.adapter.judge;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.adapter.video.VideoExtension;

/** What the statements of one session must be to each other (vocabulary §1.5 and §1.6). Each is good on its own already. */
final class SessionRules {

    private static final BigDecimal ROUNDING = new BigDecimal("0.001");

    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private Instant last = Instant.MIN;
    private boolean playing;
    private boolean completed;
    private boolean over;

    private SessionRules() {}

    static List<String> faults(List<JsonObject> session) {
        SessionRules rules = new SessionRules();
        String sessionId = session.get(0).getString("id");
        for (JsonObject statement : session) {
            rules.judge(statement, sessionId, statement == session.get(0));
        }
        return rules.faults;
    }

    private void judge(JsonObject statement, String sessionId, boolean first) {
        String id = statement.getJsonObject("verb").getString("id");
        String verb = id.substring(id.lastIndexOf('/') + 1);
        must(verb, first == verb.equals("initialized"), "initialized comes first, and once");
        must(verb, context(statement).equals(Optional.of(sessionId)), "session-id is the id of initialized");
        must(verb, ids.add(statement.getString("id")), "an id is used once");
        must(verb, !over, "nothing comes after terminated");
        Instant timestamp = Instant.parse(statement.getString("timestamp"));
        must(verb, timestamp.isAfter(last), "timestamps strictly increase");
        last = timestamp;
        must(verb, !(playing && verb.equals("terminated")), "paused comes before terminated");
        must(verb, !(completed && verb.equals("completed")), "completed comes once");
        progress(verb, statement);
        playing = verb.equals("played") || (playing && !verb.equals("paused"));
        completed |= verb.equals("completed");
        over |= verb.equals("terminated");
    }

    /** The share told must be the share that the segments cover, cut and not rounded. */
    private void progress(String verb, JsonObject statement) {
        Optional<JsonValue> told = extension(statement, "result", VideoExtension.PROGRESS.value());
        Optional<JsonValue> segments = extension(statement, "result", VideoExtension.PLAYED_SEGMENTS.value());
        Optional<JsonValue> length = extension(statement, "context", VideoExtension.LENGTH.value());
        if (told.isPresent() && segments.isPresent() && length.isPresent()) {
            BigDecimal covered = Segments.covered(
                    ((JsonString) segments.get()).getString(), ((JsonNumber) length.get()).bigDecimalValue());
            BigDecimal gap = covered.subtract(((JsonNumber) told.get()).bigDecimalValue());
            must(
                    verb,
                    gap.signum() >= 0 && gap.compareTo(ROUNDING) < 0,
                    "progress " + told.get() + " is not what the segments cover, " + covered);
        }
    }

    private static Optional<String> context(JsonObject statement) {
        return extension(statement, "context", VideoExtension.SESSION_ID.value())
                .map(value -> ((JsonString) value).getString());
    }

    private static Optional<JsonValue> extension(JsonObject statement, String place, String iri) {
        return ProfileTemplates.at(statement, place + ".extensions", Optional.of(iri));
    }

    private void must(String verb, boolean holds, String rule) {
        if (!holds) {
            faults.add(verb + " breaks the rule: " + rule);
        }
    }
}
