/**
 * Grades from watching. In come what launches told of their link's line item ({@code GradeWitness}) and how far learners are
 * ({@code ScoresFromWatching}); out go scores into the outbox, in a lane for each platform, and over {@code ScoreLanes} to the
 * platform's gradebook. {@link org.lectern.gateway.grade.Results} reads back what the gradebook shows. Promise: a grade is never
 * lowered, never unfinished again, and the last one arrives; the platform's ids of people lie in one table, sealed.
 */
package org.lectern.gateway.grade;
