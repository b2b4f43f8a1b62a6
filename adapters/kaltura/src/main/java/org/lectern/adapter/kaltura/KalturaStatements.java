package org.lectern.adapter.kaltura;

import static org.lectern.adapter.xapi.Extensions.NONE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackAction;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.video.VideoExtension;
import org.lectern.adapter.xapi.Activity;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Iri;
import org.lectern.adapter.xapi.Result;
import org.lectern.adapter.xapi.Seconds;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementContext;
import org.lectern.adapter.xapi.Verb;

/** Says what a learner did, event by event, under Kaltura's names of the events (vocabulary §3.3). */
record KalturaStatements(StatementIds ids) {

    private static final Verb LOGGED_IN = Verb.of("https://w3id.org/xapi/adl/verbs/logged-in", "logged in");
    private static final Verb VIEWED = Verb.of("http://id.tincanapi.com/verb/viewed", "viewed");
    private static final Verb INITIALIZED = Verb.of("http://adlnet.gov/expapi/verbs/initialized", "initialized");
    private static final Verb PLAYED = Verb.of("http://activitystrea.ms/schema/1.0/play", "played");
    private static final Verb PAUSED = Verb.of("http://id.tincanapi.com/verb/paused", "paused");
    private static final Verb SKIPPED = Verb.of("http://id.tincanapi.com/verb/skipped", "skipped");
    private static final Verb WATCHED = Verb.of("http://activitystrea.ms/schema/1.0/watch", "watched");
    private static final Verb INTERACTED = Verb.of("http://adlnet.gov/expapi/verbs/interacted", "interacted");
    private static final Verb COMPLETED = Verb.of("http://adlnet.gov/expapi/verbs/completed", "completed");
    private static final Verb TERMINATED = Verb.of("http://adlnet.gov/expapi/verbs/terminated", "terminated");

    private static final Iri PROGRESS = new Iri("https://w3id.org/xapi/cmi5/result/extensions/progress");
    private static final Iri STARTING_POINT = new Iri("http://id.tincanapi.com/extension/starting-point");
    private static final Iri ENDING_POINT = new Iri("http://id.tincanapi.com/extension/ending-point");

    Statement login(LoggedIn action) {
        return onSite(action, LOGGED_IN, Portal.site(action.context().site()), "login");
    }

    Statement categoryView(CategoryViewed action) {
        return onSite(action, VIEWED, Portal.channel(action.category()), "categoryView");
    }

    Statement initialized(Initialized action) {
        return propose(action, INITIALIZED, "initialized", Result.NONE, NONE);
    }

    Statement play(Played action) {
        return propose(action, PLAYED, "play", Result.NONE, NONE.with(STARTING_POINT, Seconds.position(action.time())));
    }

    Statement pause(Paused action) {
        return propose(action, PAUSED, "pause", Result.NONE, NONE.with(ENDING_POINT, Seconds.position(action.time())));
    }

    Statement seek(Seeked action) {
        Extensions points = NONE.with(STARTING_POINT, Seconds.position(action.from()))
                .with(ENDING_POINT, Seconds.position(action.to()));
        return propose(action, SKIPPED, "seek", Result.NONE, points);
    }

    Statement playbackRateChange(PlaybackRateChanged action) {
        Extensions speeds = NONE.with(VideoExtension.SPEED, VideoExtension.speed(action.to()))
                .with(Portal.own(action.context(), "previous-speed"), VideoExtension.speed(action.from()));
        return propose(action, INTERACTED, "playbackRateChange", at(action.time()), speeds);
    }

    Statement interacted(Interacted action) {
        Extensions changes = Changes.of(action.changed(), action.player());
        return propose(action, INTERACTED, "interacted", at(action.time()), changes);
    }

    /** The one statement that Kaltura publishes; "completion" when finished is our reading of it. */
    Statement playProgress(Progressed action) {
        Optional<Boolean> finished = action.finished() ? Optional.of(true) : Optional.empty();
        Result result = new Result(finished, Optional.empty(), NONE.with(PROGRESS, action.percent()));
        return say(action, WATCHED, Portal.video(action.playback().entry()), result, Portal.within(action, NONE));
    }

    Statement completed(Completed action) {
        int percent = action.watched()
                .progress()
                .movePointRight(2)
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
        Result result = new Result(Optional.of(true), Optional.of(action.timeSpent()), NONE.with(PROGRESS, percent));
        return propose(action, COMPLETED, "completed", result, NONE);
    }

    Statement terminated(Terminated action) {
        Extensions end = NONE.with(ENDING_POINT, Seconds.position(action.time()));
        return propose(action, TERMINATED, "terminated", Result.NONE, end);
    }

    private static Result at(BigDecimal time) {
        return Result.of(NONE.with(VideoExtension.TIME, time));
    }

    private Statement propose(PlaybackAction action, Verb verb, String event, Result result, Extensions extensions) {
        Extensions marked = extensions.with(Portal.event(action.context(), event));
        return say(action, verb, Portal.video(action.playback().entry()), result, Portal.within(action, marked));
    }

    private Statement onSite(LearnerAction action, Verb verb, Activity object, String event) {
        Extensions marked = Portal.event(action.context(), event);
        return say(action, verb, object, Result.NONE, Portal.outside(action.context(), marked));
    }

    private Statement say(LearnerAction action, Verb verb, Activity object, Result result, StatementContext context) {
        return new Statement(ids.next(), action.context().actor(), verb, object, result, context, action.at());
    }
}
