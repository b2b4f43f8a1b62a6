package org.lectern.gateway.viewing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lectern.gateway.library.CourseViewing.Seen;

/**
 * Everybody of a course beside what they have seen of one video: the roster's learners, watched or not, and whoever watched besides.
 * Pure.
 */
record PeopleOfCourse(List<One> people, boolean whole) {

    /** More than this many are not shown. */
    static final int MOST = 10_000;

    /**
     * A row.
     *
     * @param key learner key
     * @param name as the roster has it
     * @param place what they are to the course
     * @param seen what they have seen; absent when they never opened it
     */
    record One(String key, Optional<String> name, Place place, Optional<Seen> seen) {

        boolean watched() {
            return seen.filter(one -> !one.progress().parts().isEmpty()).isPresent();
        }

        boolean completed() {
            return seen.filter(Seen::completed).isPresent();
        }

        /** Not the name. */
        @Override
        public String toString() {
            return "One[" + place + "]";
        }
    }

    /** What somebody is to the course. */
    enum Place {
        LEARNER,
        /** In the roster, and not to learn. */
        STAFF,
        /** Watched, and is not in the roster any more. */
        LEFT,
        /** Watched; the roster cannot tell. */
        UNKNOWN
    }

    PeopleOfCourse {
        people = List.copyOf(people);
    }

    /** @param whole whether {@code seen} is all there is */
    static PeopleOfCourse of(SeenRoster roster, List<Seen> seen, boolean whole) {
        Map<String, Seen> left = new LinkedHashMap<>(seen.stream()
                .collect(Collectors.toMap(Seen::learnerKey, Function.identity(), (a, b) -> a, LinkedHashMap::new)));
        List<One> people = new ArrayList<>();
        roster.people().forEach((key, person) -> {
            Optional<Seen> theirs = Optional.ofNullable(left.remove(key));
            if (person.learner() || theirs.isPresent()) {
                people.add(new One(key, person.name(), person.learner() ? Place.LEARNER : Place.STAFF, theirs));
            }
        });
        Place unlisted = roster.isRead() && roster.complete() ? Place.LEFT : Place.UNKNOWN;
        left.forEach((key, theirs) -> people.add(new One(key, Optional.empty(), unlisted, Optional.of(theirs))));
        return people.size() <= MOST
                ? new PeopleOfCourse(people, whole)
                : new PeopleOfCourse(people.subList(0, MOST), false);
    }

    /** Those who are counted: learners of the roster; without a roster, everybody we know of. */
    List<One> counted() {
        return people.stream()
                .filter(one -> one.place() == Place.LEARNER || one.place() == Place.UNKNOWN)
                .toList();
    }
}
