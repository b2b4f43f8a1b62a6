package org.lectern.playground.lms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Person;

/** Where in the LMS somebody is: what the parameters of a course address say. */
record Where(
        Platform platform,
        Course course,
        Optional<String> deployment,
        Person person,
        String link,
        Optional<Person> review,
        Misbehaviour misbehaviour) {

    /** The address of another link of the same course, for the same person. */
    String at(String otherLink) {
        return "/" + platform.path() + "/course?" + parameters() + "&link=" + encoded(otherLink)
                + review.map(student -> "&review=" + student.id()).orElse("")
                + (misbehaviour == Misbehaviour.NONE ? "" : "&break=" + misbehaviour.id());
    }

    /** The address of another page of this LMS, for the same person and course. */
    String page(String name) {
        return "/" + platform.path() + "/" + name + "?" + parameters();
    }

    /** The same course for the same person, without what is special about this visit. */
    Where plain() {
        return new Where(platform, course, deployment, person, link, Optional.empty(), Misbehaviour.NONE);
    }

    boolean teaches() {
        return !person.isStudent();
    }

    private String parameters() {
        String first = platform.registrations().get(0).deploymentIds().get(0);
        return "person=" + person.id()
                + (course.id().equals("2") ? "" : "&course=" + encoded(course.id()))
                + deployment
                        .filter(one -> !one.equals(first))
                        .map(one -> "&deployment=" + encoded(one))
                        .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
