package org.lectern.gateway.library;

import java.util.Map;
import org.lectern.gateway.session.LearnerSession;

/**
 * What the people of a course are called. The room that knows (viewing, by the platform's roster) answers, for the course of the session
 * alone; names are never kept. Safe for any thread.
 */
@FunctionalInterface
public interface CoursePeople {

    /**
     * Names by learner key; people without a name, and everybody when the platform tells none, are absent. May wait for the platform for
     * some seconds; never throws because of it.
     */
    Map<String, String> names(LearnerSession session);
}
