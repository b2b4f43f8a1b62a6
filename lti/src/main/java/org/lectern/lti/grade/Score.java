package org.lectern.lti.grade;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a learner reached (AGS 2.0 §3.4).
 *
 * @param userId the learner's {@code sub} at this platform
 * @param points what was given, with its maximum; empty to tell progress alone
 * @param activity how far the learner is
 * @param grading how final this is
 * @param timestamp must grow from score to score of one learner and line item; cut to whole seconds, since platforms compare those
 * @param comment shown to the learner; one that is not repeated is removed by the next score
 * @param extensions of one platform, by their full names
 */
public record Score(
        String userId,
        Optional<Points> points,
        ActivityProgress activity,
        GradingProgress grading,
        Instant timestamp,
        Optional<String> comment,
        Map<String, Object> extensions) {

    /** Points out of a maximum; neither makes sense without the other. */
    public record Points(BigDecimal given, BigDecimal maximum) {
        public Points {
            if (given.signum() < 0 || maximum.signum() <= 0) {
                throw new IllegalArgumentException("points must be 0 or more of a maximum above 0");
            }
        }
    }

    public Score {
        if (userId == null || userId.isBlank()) {
            throw new IllegalArgumentException("a score needs a user");
        }
        Objects.requireNonNull(points);
        Objects.requireNonNull(activity);
        Objects.requireNonNull(grading);
        Objects.requireNonNull(comment);
        timestamp = timestamp.truncatedTo(ChronoUnit.SECONDS);
        extensions = Map.copyOf(extensions);
    }

    /** A grade that counts at once. */
    public static Score graded(String userId, Points points, ActivityProgress activity, Instant timestamp) {
        return new Score(
                userId,
                Optional.of(points),
                activity,
                GradingProgress.FULLY_GRADED,
                timestamp,
                Optional.empty(),
                Map.of());
    }

    public Score with(String extension, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(extension, value);
        return new Score(userId, points, activity, grading, timestamp, comment, more);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("userId", userId);
        json.put("timestamp", timestamp.toString());
        json.put("activityProgress", activity.wire());
        json.put("gradingProgress", grading.wire());
        points.ifPresent(reached -> {
            json.put("scoreGiven", reached.given());
            json.put("scoreMaximum", reached.maximum());
        });
        comment.ifPresent(text -> json.put("comment", text));
        json.putAll(extensions);
        return json;
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Score[" + activity + ", " + grading + ", " + timestamp + "]";
    }
}
