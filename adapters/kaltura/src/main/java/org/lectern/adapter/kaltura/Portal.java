package org.lectern.adapter.kaltura;

import static org.lectern.adapter.xapi.Extensions.NONE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.CaptureApplication;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.PlaybackAction;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Activity;
import org.lectern.adapter.xapi.ContextActivities;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Iri;
import org.lectern.adapter.xapi.LanguageMap;
import org.lectern.adapter.xapi.StatementContext;

/** The activities and circumstances of Kaltura's statements (vocabulary §3.2). All names are tagged {@code en}, as Kaltura does. */
final class Portal {

    private static final Activity SOURCE = Activity.of(
            new Iri("http://tincan-definitions.kaltura.com/products/mediaspace/1"),
            new Iri("http://id.tincanapi.com/activitytype/source"));
    private static final Iri CHANNEL = new Iri("http://id.tincanapi.com/activitytype/category");
    private static final Iri APPLICATION = new Iri("http://activitystrea.ms/schema/1.0/application");
    private static final Iri VIDEO = new Iri("http://adlnet.gov/expapi/activities/video");
    private static final Iri VIDEO_MODE =
            new Iri("http://tincan-definitions.kaltura.com/extensions/context/video-mode");

    private Portal() {}

    static Activity video(Entry entry) {
        return Activity.of(Iri.of(entry.id()), VIDEO, LanguageMap.en(entry.title()));
    }

    static Activity application(CaptureApplication application) {
        return Activity.of(Iri.of(application.id()), APPLICATION, LanguageMap.en(application.name()));
    }

    static Activity channel(Category category) {
        return Activity.of(Iri.of(category.id()), CHANNEL, LanguageMap.en(category.title()));
    }

    static Activity site(Site site) {
        return Activity.of(Iri.of(site.home()), APPLICATION, LanguageMap.en(site.name()));
    }

    /** Of a playback. A stream without a length is live, whatever the library knows of it. */
    static StatementContext within(PlaybackAction action, Extensions extensions) {
        boolean live =
                action.playback().entry().live() || action.playback().length().isEmpty();
        return of(live, action.context().course(), action.context(), extensions);
    }

    /** Of a video, outside any playback. */
    static StatementContext of(Entry entry, Optional<Category> channel, ActionContext action, Extensions extensions) {
        return of(entry.live(), channel, action, extensions);
    }

    /** Kaltura publishes no mode but {@code VOD}: {@code LIVE} is our proposal, and only proposed statements carry it. */
    private static StatementContext of(
            boolean live, Optional<Category> channel, ActionContext action, Extensions extensions) {
        Extensions mode = NONE.with(VIDEO_MODE, live ? "LIVE" : "VOD");
        Stream<Activity> category = Stream.concat(Stream.of(SOURCE), channel.map(Portal::channel).stream());
        return context(action, category.toList(), mode.with(extensions));
    }

    /** Of the site or a channel. */
    static StatementContext outside(ActionContext action, Extensions extensions) {
        return context(action, List.of(SOURCE), extensions);
    }

    static Extensions event(ActionContext action, String name) {
        return NONE.with(own(action, "event"), name);
    }

    /** An extension on the operator's own domain. */
    static Iri own(ActionContext action, String name) {
        return new Iri(action.site().extensions() + name);
    }

    private static StatementContext context(ActionContext action, List<Activity> category, Extensions extensions) {
        ContextActivities activities =
                new ContextActivities(List.of(), List.of(), category, List.of(site(action.site())));
        return new StatementContext(Optional.empty(), activities, Optional.empty(), Optional.empty(), extensions);
    }
}
