package org.lectern.gateway.engagement;

import java.util.Comparator;

/**
 * What is added up: one video in one course.
 *
 * @param tenant the institution's id
 * @param scope the course, or the link where there is none
 * @param media the video's id
 */
record Course(String tenant, String scope, String media) {

    /** One order for everybody, so that two who add up wait for each other and not in a circle. */
    static final Comparator<Course> ORDER =
            Comparator.comparing(Course::tenant).thenComparing(Course::scope).thenComparing(Course::media);
}
