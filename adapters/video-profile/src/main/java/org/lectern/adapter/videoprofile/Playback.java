package org.lectern.adapter.videoprofile;

import static org.lectern.adapter.video.VideoExtension.COMPLETION_THRESHOLD;
import static org.lectern.adapter.video.VideoExtension.LENGTH;
import static org.lectern.adapter.video.VideoExtension.SESSION_ID;
import static org.lectern.adapter.xapi.Extensions.NONE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.PlaybackAction;
import org.lectern.adapter.action.PlaybackContext;
import org.lectern.adapter.xapi.Activity;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Iri;
import org.lectern.adapter.xapi.LanguageMap;
import org.lectern.adapter.xapi.LanguageTag;
import org.lectern.adapter.xapi.StatementContext;

/**
 * The circumstances of a playback. A live stream has no length, which four of the profile's statements must carry: so it
 * is told as a webinar and never under the profile (vocabulary §1.6).
 */
final class Playback {

    /** The unversioned id: the version's id would bind templates that contradict each other (vocabulary §1.8). */
    private static final List<Activity> PROFILE = List.of(Activity.reference(new Iri("https://w3id.org/xapi/video")));

    private static final Iri VIDEO = new Iri("https://w3id.org/xapi/video/activity-type/video");
    private static final Iri WEBINAR = new Iri("http://id.tincanapi.com/activitytype/webinar");

    private Playback() {}

    static Activity video(PlaybackContext playback) {
        return video(playback.entry(), isLive(playback));
    }

    static Activity video(Entry entry) {
        return video(entry, entry.live());
    }

    private static Activity video(Entry entry, boolean live) {
        LanguageTag titleLanguage = language(entry).orElse(LanguageTag.EN);
        return Activity.of(Iri.of(entry.id()), live ? WEBINAR : VIDEO, LanguageMap.of(titleLanguage, entry.title()));
    }

    static StatementContext withinProfile(PlaybackAction action, Extensions extensions) {
        return context(action, isLive(action.playback()) ? List.of() : PROFILE, extensions);
    }

    static StatementContext outsideProfile(PlaybackAction action, Extensions extensions) {
        return context(action, List.of(), extensions);
    }

    static Extensions length(PlaybackContext playback) {
        return playback.length().map(seconds -> NONE.with(LENGTH, seconds)).orElse(NONE);
    }

    /** A missing threshold means 1, so 1 is not written; nor is a share of a length that there is not. */
    static Extensions lengthAndThreshold(PlaybackContext playback) {
        BigDecimal threshold = playback.completionThreshold();
        if (isLive(playback) || threshold.compareTo(BigDecimal.ONE) >= 0) {
            return length(playback);
        }
        return length(playback).with(COMPLETION_THRESHOLD, threshold);
    }

    private static StatementContext context(PlaybackAction action, List<Activity> profile, Extensions extensions) {
        ActionContext where = action.context();
        PlaybackContext playback = action.playback();
        return new StatementContext(
                Optional.of(playback.registration()),
                Portal.around(where, where.course(), profile),
                Optional.of(where.site().name()),
                language(playback.entry()),
                NONE.with(SESSION_ID, playback.session().toString()).with(extensions));
    }

    private static Optional<LanguageTag> language(Entry entry) {
        return entry.language().flatMap(LanguageTag::parse);
    }

    /** A stream without a length is live, whatever the library knows of it. */
    private static boolean isLive(PlaybackContext playback) {
        return playback.entry().live() || playback.length().isEmpty();
    }
}
