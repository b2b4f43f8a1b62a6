package org.lectern.gateway.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.xapi.Actor;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.problem.Problem;

/**
 * An opened session. Trusted: everything in it comes from a verified launch.
 *
 * @param id its id, safe to log
 * @param tenant whose
 * @param platform name of the platform within the tenant
 * @param learnerKey stable, opaque key of the person within the tenant (keyed hash of platform and subject); safe to log
 * @param actor the person as the tenant's actor policy lets LRSs see them, fixed at launch
 * @param role what the course allows them
 * @param course the course, if the launch named one
 * @param linkId the resource link's id, if the launch named one
 * @param media the entry that the launch opens; empty for the gallery
 * @param language RFC 5646
 * @param expires when pages have to be opened anew
 * @param factsUntil until when late facts are still taken
 * @param courseRoles what the platform called them in the course, by the LIS vocabulary's terms
 */
public record LearnerSession(
        UUID id,
        TenantId tenant,
        String platform,
        String learnerKey,
        Actor actor,
        Role role,
        Optional<Course> course,
        Optional<String> linkId,
        Optional<String> media,
        String language,
        Instant expires,
        Instant factsUntil,
        List<String> courseRoles) {

    public LearnerSession {
        courseRoles = List.copyOf(courseRoles);
    }

    /** Of somebody whom the platform gave no name for what they are in the course. */
    public LearnerSession(
            UUID id,
            TenantId tenant,
            String platform,
            String learnerKey,
            Actor actor,
            Role role,
            Optional<Course> course,
            Optional<String> linkId,
            Optional<String> media,
            String language,
            Instant expires,
            Instant factsUntil) {
        this(
                id,
                tenant,
                platform,
                learnerKey,
                actor,
                role,
                course,
                linkId,
                media,
                language,
                expires,
                factsUntil,
                List.of());
    }

    /** What the course allows; unknown and empty platform roles mean learner. */
    public enum Role {
        LEARNER,
        INSTRUCTOR,
        ADMINISTRATOR
    }

    /**
     * A course of the platform.
     *
     * @param id the LTI context id; opaque, case-sensitive
     * @param title for people; may be empty text
     */
    public record Course(String id, String title) {}

    /** The same session, living until then. */
    public LearnerSession until(Instant newExpiry, Instant newFactsUntil) {
        return new LearnerSession(
                id,
                tenant,
                platform,
                learnerKey,
                actor,
                role,
                course,
                linkId,
                media,
                language,
                newExpiry,
                newFactsUntil,
                courseRoles);
    }

    /** The same session, gone on to another entry, or to the gallery. */
    public LearnerSession showing(Optional<String> entry) {
        return new LearnerSession(
                id,
                tenant,
                platform,
                learnerKey,
                actor,
                role,
                course,
                linkId,
                entry,
                language,
                expires,
                factsUntil,
                courseRoles);
    }

    /**
     * Whose it is.
     *
     * @throws Problem 401 {@code session.unknown} if that institution is not served any more
     */
    public Tenant institution(Tenants tenants) {
        return tenants.find(tenant)
                .orElseThrow(() -> new Problem(401, "session.unknown", "This institution is not served any more."));
    }

    /** What an attempt belongs to: the course, or the link where there is no course, so that progress is carried over within it. */
    public String scope() {
        return course.map(c -> platform + "/course/" + c.id())
                .or(() -> linkId.map(link -> platform + "/link/" + link))
                .orElse(platform);
    }
}
