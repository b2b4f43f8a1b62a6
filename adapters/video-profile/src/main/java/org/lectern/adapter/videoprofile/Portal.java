package org.lectern.adapter.videoprofile;

import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Activity;
import org.lectern.adapter.xapi.ContextActivities;
import org.lectern.adapter.xapi.Extensions;
import org.lectern.adapter.xapi.Iri;
import org.lectern.adapter.xapi.LanguageMap;

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

    /** Marks a statement of ours that no profile describes, so that it can be told apart and mapped anew. */
    static Extensions event(ActionContext action, String name) {
        return Extensions.NONE.with(new Iri(action.site().extensions() + "event"), name);
    }
}
