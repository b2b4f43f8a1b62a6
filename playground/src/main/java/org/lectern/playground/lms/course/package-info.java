/**
 * What the practice LMS is about: people, courses with their links and gradebooks, tools and the switches that make the
 * LMS behave like one or another. In come changes by pages, tools and scripts; nothing goes out, others ask. The front
 * doors are {@link org.lectern.playground.lms.course.Courses} and {@link org.lectern.playground.lms.course.Tools}.
 * Everything is in memory and safe for many threads.
 */
package org.lectern.playground.lms.course;
