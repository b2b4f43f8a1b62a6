package org.lectern.adapter.caliper;

import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.JsonEvent;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Launch;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.xapi.Actor;

/** One event while it is being told (Caliper 1.2 §2.1): first what every event has, then what only this one has. For one thread. */
final class CaliperEvent {

    /** Governs the form of all that we tell. */
    static final String CONTEXT = "http://purl.imsglobal.org/ctx/caliper/v1p2";

    private final LearnerAction cause;
    private final Kind kind;
    private final String action;
    private final JsonObjectBuilder object;
    private final JsonObjectBuilder extensions = Entities.JSON.createObjectBuilder();
    private Actor actor;
    private Optional<JsonObjectBuilder> target = Optional.empty();
    private Optional<JsonObjectBuilder> generated = Optional.empty();
    private Optional<UUID> playback = Optional.empty();
    private Optional<String> referrer = Optional.empty();
    private Optional<Launch> launch;
    private boolean extended;

    /** An event's type with the profile that governs it. */
    enum Kind {
        SESSION("SessionEvent", "SessionProfile"),
        NAVIGATION("NavigationEvent", "ReadingProfile"),
        MEDIA("MediaEvent", "MediaProfile"),
        FEEDBACK("FeedbackEvent", "FeedbackProfile"),
        RESOURCE("ResourceManagementEvent", "ResourceManagementProfile"),
        TOOL_USE("ToolUseEvent", "ToolUseProfile"),
        /** For what no profile has a word for. */
        GENERAL("Event", "GeneralProfile");

        private final String type;
        private final String profile;

        Kind(String type, String profile) {
            this.type = type;
            this.profile = profile;
        }
    }

    CaliperEvent(LearnerAction cause, Kind kind, String action, JsonObjectBuilder object) {
        this.cause = cause;
        this.kind = kind;
        this.action = action;
        this.object = object;
        this.actor = cause.context().actor();
        this.launch = cause.context().launch();
    }

    /** By somebody else than the one whom the action is told of, so that nothing is known of how they came. */
    CaliperEvent by(Actor other) {
        actor = other;
        launch = Optional.empty();
        return this;
    }

    CaliperEvent at(JsonObjectBuilder place) {
        target = Optional.of(place);
        return this;
    }

    CaliperEvent making(JsonObjectBuilder made) {
        generated = Optional.of(made);
        return this;
    }

    CaliperEvent within(UUID session) {
        playback = Optional.of(session);
        return this;
    }

    /** Sent here by another application. */
    CaliperEvent from(Optional<String> application) {
        referrer = application;
        return this;
    }

    /** With a value that the standard has no place for, on the operator's own domain. */
    CaliperEvent with(String name, String value) {
        extensions.add(cause.context().site().extensions() + name, value);
        extended = true;
        return this;
    }

    /** As {@link #with(String, String)}. */
    CaliperEvent with(String name, BigDecimal value) {
        extensions.add(cause.context().site().extensions() + name, value);
        extended = true;
        return this;
    }

    /** Frozen under this id. */
    JsonEvent as(UUID id) {
        ActionContext context = cause.context();
        JsonObjectBuilder event = Entities.JSON
                .createObjectBuilder()
                .add("@context", CONTEXT)
                .add("id", "urn:uuid:" + id)
                .add("type", kind.type)
                .add("profile", kind.profile)
                .add("actor", Entities.person(context.site(), actor))
                .add("action", action)
                .add("object", object);
        target.ifPresent(place -> event.add("target", place));
        generated.ifPresent(made -> event.add("generated", made));
        event.add("eventTime", Entities.time(cause.at()))
                .add("edApp", context.site().home().toString());
        referrer.ifPresent(application -> event.add("referrer", Entities.of(application, "SoftwareApplication")));
        context.course().ifPresent(course -> event.add("group", Entities.course(course, context.launch())));
        launch.flatMap(known -> LaunchEntities.membership(context, known))
                .ifPresent(member -> event.add("membership", member));
        playback.or(() -> launch.map(Launch::session))
                .ifPresent(session -> event.add("session", Entities.session(context, session)));
        launch.ifPresent(known -> event.add("federatedSession", LaunchEntities.session(context, known)));
        if (extended) {
            event.add("extensions", extensions);
        }
        return new JsonEvent(id, cause.at(), event.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
