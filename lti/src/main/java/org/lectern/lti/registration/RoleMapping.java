package org.lectern.lti.registration;

import java.util.Set;

/**
 * What an institution says about the roles of one platform, beside the standard's own meaning. For platforms that send one family
 * of roles only, or names of their own. Compared character by character.
 *
 * @param instructor roles that teach in the course they are sent for, such as {@code
 *     http://purl.imsglobal.org/vocab/lis/v2/institution/person#Faculty}
 * @param learner roles that never teach, such as {@code
 *     http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant}; whoever has one is a learner, whatever else is sent
 */
public record RoleMapping(Set<String> instructor, Set<String> learner) {
    /** Nothing beside the standard. */
    public static final RoleMapping NONE = new RoleMapping(Set.of(), Set.of());

    public RoleMapping {
        instructor = Set.copyOf(instructor);
        learner = Set.copyOf(learner);
    }

    public boolean isEmpty() {
        return instructor.isEmpty() && learner.isEmpty();
    }
}
