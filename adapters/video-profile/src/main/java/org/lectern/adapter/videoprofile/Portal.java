package org.lectern.adapter.videoprofile;

import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.CaptureApplication;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Activity;
import org.lectern.adapter.xapi.ContextActivities;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Iri;
import org.lectern.adapter.xapi.LanguageMap;
import org.lectern.adapter.xapi.LanguageTag;
import org.lectern.adapter.xapi.StatementContext;

/** The activities around a video. Their names are tagged {@code en}: nobody knows their language, and a tag must not change from learner to learner. */
final class Portal {

    private static final Iri APPLICATION = new Iri("http://activitystrea.ms/schema/1.0/application");
    private static final Iri CATEGORY = new Iri("http://id.tincanapi.com/activitytype/category");

    private Portal() {}

    static Activity site(Site site) {
        return Activity.of(Iri.of(site.home()), APPLICATION, LanguageMap.en(site.name()));
    }

    static Activity category(Category category) {
        return Activity.of(Iri.of(category.id()), CATEGORY, LanguageMap.en(category.title()));
    }

    static ContextActivities around(ActionContext action, Optional<Category> course, List<Activity> profile) {
        List<Activity> grouping = course.map(Portal::category).stream().toList();
        return new ContextActivities(List.of(), grouping, profile, List.of(site(action.site())));
    }

    static Activity application(CaptureApplication application) {
        return Activity.of(Iri.of(application.id()), APPLICATION, LanguageMap.en(application.name()));
    }

    /** Of what happens outside any playback, in the language of the page. */
    static StatementContext context(ActionContext action, Optional<Category> channel, Extensions extensions) {
        return new StatementContext(
                Optional.empty(),
                around(action, channel, List.of()),
                Optional.of(action.site().name()),
                LanguageTag.parse(action.language()),
                extensions);
    }

    /** Marks a statement of ours that no profile describes, so that it can be told apart and mapped anew. */
    static Extensions event(ActionContext action, String name) {
        return Extensions.NONE.with(own(action, "event"), name);
    }

    /** An extension on the operator's own domain. */
    static Iri own(ActionContext action, String name) {
        return new Iri(action.site().extensions() + name);
    }
}
