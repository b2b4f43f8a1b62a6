package org.lectern.adapter.action;

import java.util.Map;
import java.util.Optional;
import org.lectern.adapter.xapi.Actor;

/**
 * The circumstances of an action.
 *
 * @param tenant the institution's id
 * @param actor the learner as the institution's actor policy lets the LRS see them
 * @param site the institution's video site, the application in which everything happens
 * @param course the course's gallery, when the launch named a course
 * @param language the launch's language, RFC 5646, for example {@code en}
 * @param settings what the institution set for vocabularies, {@code lectern.tenant.<id>.vocabulary.<name>.<key>}, keyed
 *     {@code <name>.<key>}
 * @param launch the launch by which the learner came, when it is known
 */
public record ActionContext(
        String tenant,
        Actor actor,
        Site site,
        Optional<Category> course,
        String language,
        Map<String, String> settings,
        Optional<Launch> launch) {

    public ActionContext {
        if (tenant.isBlank()) {
            throw new IllegalArgumentException("blank tenant id");
        }
        settings = Map.copyOf(settings);
    }

    /** Of somebody of whose launch nothing is known. */
    public ActionContext(
            String tenant,
            Actor actor,
            Site site,
            Optional<Category> course,
            String language,
            Map<String, String> settings) {
        this(tenant, actor, site, course, language, settings, Optional.empty());
    }
}
