package org.lectern.adapter.action;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The LTI launch by which somebody came, as far as vocabularies may tell of it: where from and as what, and nothing that says who.
 *
 * @param session the session that it opened; of the gateway's own making
 * @param issuer the platform's {@code iss}, unless the platform has been taken away since
 * @param courseId the platform's id of the course, {@code context.id}
 * @param linkId the platform's id of the resource link, {@code resource_link.id}
 * @param roles in the course, by the terms of the LIS vocabulary, {@code Instructor} or {@code Instructor#TeachingAssistant};
 *     each sub-role with its role before it; none when the platform named none
 */
public record Launch(
        UUID session, Optional<String> issuer, Optional<String> courseId, Optional<String> linkId, List<String> roles) {

    public Launch {
        roles = List.copyOf(roles);
    }
}
