package org.lectern.playground.lms.deeplink;

import java.util.Optional;
import org.lectern.playground.lms.course.Course;
import org.lectern.playground.lms.course.Person;
import org.lectern.playground.lms.course.Tool;

/** What was asked for, whom, by whom: kept until the answer comes. {@code graded} is absent when nobody says so. */
public record DeepLinkRequest(
        String ticket,
        Course course,
        Tool tool,
        String deployment,
        Person person,
        boolean multiple,
        Optional<Boolean> graded,
        Optional<String> data) {}
