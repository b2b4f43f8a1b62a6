package org.lectern.gateway.session;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.tenant.TenantId;

/** Sessions to practise with: Sam of Acme in the course Biology. */
public final class GivenSession {

    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private GivenSession() {}

    /** Opened at {@link #START}, for the gallery. */
    public static LearnerSession ofSam() {
        Instant expires = SessionLifetime.expires(START);
        return new LearnerSession(
                UUID.randomUUID(),
                new TenantId("acme"),
                "practice",
                "0123abcd",
                new Actor(
                        Optional.of("Sam Student"),
                        new ActorIdentity.Account(URI.create("https://lms.example.edu"), "student-1")),
                LearnerSession.Role.LEARNER,
                Optional.of(new LearnerSession.Course("course-1", "Biology 101")),
                Optional.of("link-1"),
                Optional.empty(),
                "en",
                expires,
                SessionLifetime.factsUntil(expires),
                List.of("Learner", "Learner#GuestLearner"));
    }

    /** Of somebody who teaches that course. */
    public static LearnerSession ofTeacher(String learnerKey) {
        return of(learnerKey, LearnerSession.Role.INSTRUCTOR, "course-1");
    }

    /** Of anybody in any course. */
    public static LearnerSession of(String learnerKey, LearnerSession.Role role, String course) {
        LearnerSession sam = ofSam();
        return new LearnerSession(
                UUID.randomUUID(),
                sam.tenant(),
                sam.platform(),
                learnerKey,
                new Actor(
                        Optional.empty(),
                        new ActorIdentity.Account(URI.create("https://lms.example.edu"), "account-of-" + learnerKey)),
                role,
                Optional.of(new LearnerSession.Course(course, course.equals("course-1") ? "Biology 101" : course)),
                sam.linkId(),
                Optional.empty(),
                "en",
                sam.expires(),
                sam.factsUntil());
    }
}
