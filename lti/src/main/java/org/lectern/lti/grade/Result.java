package org.lectern.lti.grade;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a platform's gradebook shows for one learner (AGS 2.0 §3.3), also when a teacher changed it by hand.
 *
 * @param score empty while there is no grade
 * @param maximum of the score
 */
public record Result(
        String userId, Optional<BigDecimal> score, Optional<BigDecimal> maximum, Optional<String> comment) {

    /** Without the person. */
    @Override
    public String toString() {
        return "Result";
    }
}
