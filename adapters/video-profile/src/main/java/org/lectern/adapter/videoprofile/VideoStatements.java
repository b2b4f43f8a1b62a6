package org.lectern.adapter.videoprofile;

import static org.lectern.adapter.video.VideoExtension.PLAYED_SEGMENTS;
import static org.lectern.adapter.video.VideoExtension.PROGRESS;
import static org.lectern.adapter.video.VideoExtension.TIME;
import static org.lectern.adapter.video.VideoExtension.TIME_FROM;
import static org.lectern.adapter.video.VideoExtension.TIME_TO;
import static org.lectern.adapter.xapi.Extensions.NONE;

import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackAction;
import org.lectern.adapter.action.PlaybackContext;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.action.Watched;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Result;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementContext;
import org.lectern.adapter.xapi.Verb;

/** Says what happens within a playback: which verb, which result, which extensions (vocabulary §1.4 and §2). */
record VideoStatements(StatementIds ids) {

    private static final Verb INITIALIZED = Verb.of("http://adlnet.gov/expapi/verbs/initialized", "initialized");
    private static final Verb PLAYED = Verb.of("https://w3id.org/xapi/video/verbs/played", "played");
    private static final Verb PAUSED = Verb.of("https://w3id.org/xapi/video/verbs/paused", "paused");
    private static final Verb SEEKED = Verb.of("https://w3id.org/xapi/video/verbs/seeked", "seeked");
    private static final Verb INTERACTED = Verb.of("http://adlnet.gov/expapi/verbs/interacted", "interacted");
    private static final Verb PROGRESSED = Verb.of("http://adlnet.gov/expapi/verbs/progressed", "progressed");
    private static final Verb COMPLETED = Verb.of("http://adlnet.gov/expapi/verbs/completed", "completed");
    private static final Verb TERMINATED = Verb.of("http://adlnet.gov/expapi/verbs/terminated", "terminated");

    Statement initialized(Initialized action) {
        PlaybackContext playback = action.playback();
        Extensions ready = Playback.lengthAndThreshold(playback).with(PlayerTold.whole(action.player()));
        return say(playback.session(), action, INITIALIZED, Result.NONE, ready);
    }

    Statement played(Played action) {
        return say(action, PLAYED, Result.of(NONE.with(TIME, action.time())), Playback.length(action.playback()));
    }

    Statement paused(Paused action) {
        Extensions result = NONE.with(TIME, action.time()).with(watched(action, action.watched()));
        return say(action, PAUSED, Result.of(result), Playback.lengthAndThreshold(action.playback()));
    }

    Statement seeked(Seeked action) {
        Extensions result =
                NONE.with(TIME_FROM, action.from()).with(TIME_TO, action.to()).with(watched(action, action.watched()));
        return say(action, SEEKED, Result.of(result), Playback.length(action.playback()));
    }

    Statement rateChanged(PlaybackRateChanged action) {
        Result result = Result.of(NONE.with(TIME, action.time()));
        return say(action, INTERACTED, result, PlayerTold.speedAndVolume(Optional.of(action.to()), action.player()));
    }

    Statement interacted(Interacted action) {
        Result result = Result.of(NONE.with(TIME, action.time()));
        return say(action, INTERACTED, result, PlayerTold.changes(action.changed(), action.player()));
    }

    Statement progressed(Progressed action) {
        Extensions result = NONE.with(TIME, action.time()).with(watched(action, action.watched()));
        Extensions extensions = Playback.length(action.playback()).with(Portal.event(action.context(), "playProgress"));
        StatementContext context = Playback.outsideProfile(action, extensions);
        return new Statement(
                ids.next(),
                action.context().actor(),
                PROGRESSED,
                Playback.video(action.playback()),
                Result.of(result),
                context,
                action.at());
    }

    Statement completed(Completed action) {
        Extensions reached = NONE.with(TIME, action.time()).with(watched(action, action.watched()));
        Result result = new Result(Optional.of(true), Optional.of(action.timeSpent()), reached);
        return say(action, COMPLETED, result, Playback.lengthAndThreshold(action.playback()));
    }

    Statement terminated(Terminated action) {
        Extensions result = NONE.with(TIME, action.time()).with(watched(action, action.watched()));
        return say(action, TERMINATED, Result.of(result), Playback.lengthAndThreshold(action.playback()));
    }

    /** Progress is a share of the length, so a live stream has none. */
    private static Extensions watched(PlaybackAction action, Watched watched) {
        Extensions progress = action.playback().length().isPresent() ? NONE.with(PROGRESS, watched.progress()) : NONE;
        return progress.with(PLAYED_SEGMENTS, watched.playedSegments());
    }

    private Statement say(PlaybackAction action, Verb verb, Result result, Extensions extensions) {
        return say(ids.next(), action, verb, result, extensions);
    }

    private static Statement say(UUID id, PlaybackAction action, Verb verb, Result result, Extensions extensions) {
        StatementContext context = Playback.withinProfile(action, extensions);
        return new Statement(
                id, action.context().actor(), verb, Playback.video(action.playback()), result, context, action.at());
    }
}
