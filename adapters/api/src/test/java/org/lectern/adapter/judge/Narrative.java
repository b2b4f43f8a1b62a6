package org.lectern.adapter.judge;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lectern.adapter.video.VideoExtension;
import org.lectern.adapter.xapi.Iri;

/** The Video Profile's MUSTs that only its narrative has, and our own rules on top (vocabulary §1.3 and §1.4). */
final class Narrative {

    static final String CC_OF_TEMPLATES = VideoExtension.CAPTIONS_OF_TEMPLATES.value();

    private static final Set<String> WITH_LENGTH = Set.of("initialized", "paused", "completed", "terminated");
    private static final Set<String> WITH_PROGRESS = Set.of("paused", "completed", "terminated");
    private static final int MOST_DECIMALS = 3;

    private final List<String> faults = new ArrayList<>();
    private final JsonObject statement;
    private final String verb;

    private Narrative(JsonObject statement) {
        this.statement = statement;
        String id = statement.getJsonObject("verb").getString("id");
        this.verb = id.substring(id.lastIndexOf('/') + 1);
    }

    static List<String> faults(JsonObject statement) {
        Narrative judge = new Narrative(statement);
        judge.frame();
        judge.completion();
        judge.places();
        judge.numbers();
        judge.player();
        return judge.faults;
    }

    private void frame() {
        JsonArray category = get("context.contextActivities.category")
                .map(JsonValue::asJsonArray)
                .orElse(JsonArray.EMPTY_JSON_ARRAY);
        must(
                category.size() == 1
                        && category.getJsonObject(0).getString("id").equals("https://w3id.org/xapi/video"),
                "category is the unversioned profile and nothing else");
        must(
                get("object.definition.type")
                        .filter(type -> type.toString().equals("\"https://w3id.org/xapi/video/activity-type/video\""))
                        .isPresent(),
                "the object is a video");
        must(get("context.registration").isPresent(), "registration always");
        must(context(VideoExtension.SESSION_ID).isPresent(), "session-id always");
        boolean first = context(VideoExtension.SESSION_ID).equals(get("id"));
        must(first == verb.equals("initialized"), "session-id is the id of initialized, and of nothing else");
    }

    private void completion() {
        boolean completed = verb.equals("completed");
        must(
                get("result.completion").equals(completed ? Optional.of(JsonValue.TRUE) : Optional.empty()),
                "completion on completed only, and true");
        must(get("result.duration").isPresent() == completed, "duration on completed, and only there");
    }

    private void places() {
        boolean seeked = verb.equals("seeked");
        must(result(VideoExtension.TIME_FROM).isPresent() == seeked, "time-from on seeked, and only there");
        must(result(VideoExtension.TIME_TO).isPresent() == seeked, "time-to on seeked, and only there");
        must(
                result(VideoExtension.TIME).isPresent() == !(seeked || verb.equals("initialized")),
                "time on all but initialized and seeked");
        must(!WITH_LENGTH.contains(verb) || context(VideoExtension.LENGTH).isPresent(), "length");
        must(
                !WITH_PROGRESS.contains(verb)
                        || (result(VideoExtension.PROGRESS).isPresent()
                                && result(VideoExtension.PLAYED_SEGMENTS).isPresent()),
                "progress and played-segments");
        must(
                WITH_LENGTH.contains(verb)
                        || context(VideoExtension.COMPLETION_THRESHOLD).isEmpty(),
                "completion-threshold only on initialized, paused, completed, terminated");
        must(!verb.equals("initialized") || get("result").isEmpty(), "no result on initialized");
    }

    private void numbers() {
        for (Iri iri : List.of(
                VideoExtension.TIME, VideoExtension.TIME_FROM, VideoExtension.TIME_TO, VideoExtension.PROGRESS)) {
            result(iri).ifPresent(value -> number(iri, value));
        }
        for (Iri iri : List.of(VideoExtension.LENGTH, VideoExtension.COMPLETION_THRESHOLD, VideoExtension.VOLUME)) {
            context(iri).ifPresent(value -> number(iri, value));
        }
        share(result(VideoExtension.PROGRESS), "progress");
        share(context(VideoExtension.VOLUME), "volume");
        share(context(VideoExtension.COMPLETION_THRESHOLD), "completion-threshold");
        must(
                context(VideoExtension.COMPLETION_THRESHOLD)
                        .map(value -> decimal(value).compareTo(BigDecimal.ONE) < 0)
                        .orElse(true),
                "a threshold of 1 is left out");
    }

    private void player() {
        must(
                !verb.equals("interacted")
                        || (context(VideoExtension.SPEED).isPresent()
                                && context(VideoExtension.VOLUME).isPresent()),
                "interacted carries speed and volume");
        must(
                context(VideoExtension.SPEED)
                        .map(speed -> speed.toString().matches("\"-?(0|[1-9]\\d*)(\\.\\d*[1-9])?x\""))
                        .orElse(true),
                "speed is a factor and x");
        Optional<JsonValue> captions = context(VideoExtension.CAPTIONS);
        must(captions.equals(context(VideoExtension.CAPTIONS_OF_TEMPLATES)), "both caption flags, and the same");
        must(
                context(VideoExtension.CAPTIONS_LANGUAGE).isEmpty() || captions.equals(Optional.of(JsonValue.TRUE)),
                "a caption language only while captions are on");
    }

    private void number(Iri iri, JsonValue value) {
        must(
                decimal(value).scale() <= MOST_DECIMALS && decimal(value).signum() >= 0,
                iri + " is no non-negative number of at most 3 decimals: " + value);
    }

    private void share(Optional<JsonValue> value, String name) {
        must(value.map(share -> decimal(share).compareTo(BigDecimal.ONE) <= 0).orElse(true), name + " is at most 1");
    }

    private static BigDecimal decimal(JsonValue value) {
        return value instanceof JsonNumber number ? number.bigDecimalValue() : BigDecimal.ONE.negate();
    }

    private Optional<JsonValue> get(String path) {
        return ProfileTemplates.at(statement, path, Optional.empty());
    }

    private Optional<JsonValue> result(Iri iri) {
        return ProfileTemplates.at(statement, "result.extensions", Optional.of(iri.value()));
    }

    private Optional<JsonValue> context(Iri iri) {
        return ProfileTemplates.at(statement, "context.extensions", Optional.of(iri.value()));
    }

    private void must(boolean holds, String rule) {
        if (!holds) {
            faults.add(verb + " breaks the rule: " + rule);
        }
    }
}
