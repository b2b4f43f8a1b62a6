package org.lectern.gateway.viewing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lectern.gateway.grade.Results;
import org.lectern.gateway.library.CourseViewing.Seen;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.library.WatchedSoFar.Part;

/** What instructors' pages are told, on the wire; its reader is {@code viewing/viewingData.ts}. Times in seconds. Pure. */
final class ViewingJson {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    /** So much of a learner key tells two people of a course apart. */
    private static final int KEY_DIGITS = 12;

    private ViewingJson() {}

    static JsonObjectBuilder media(String id, Optional<Video> entry, Optional<BigDecimal> seenLength) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("id", id)
                .add("title", entry.map(Video::title).orElse(id));
        if (entry.filter(video -> video.source().isLive()).isPresent()) {
            return json.add("live", true);
        }
        entry.flatMap(Video::duration).or(() -> seenLength).ifPresent(length -> json.add("length", length));
        return json;
    }

    static JsonObjectBuilder roster(SeenRoster roster) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("state", roster.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .add("complete", roster.complete());
        roster.fault().ifPresent(fault -> json.add("fault", fault.code()));
        return json;
    }

    static JsonObjectBuilder grades(Results.OfLink grades) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("state", grades.state().name().toLowerCase(Locale.ROOT));
        grades.fault().ifPresent(fault -> json.add("fault", fault));
        return json;
    }

    /** One learner's grade in percent: what the gradebook shows, and what was sent. */
    static Optional<JsonObjectBuilder> grade(Results.OfLink grades, String learnerKey) {
        return Optional.ofNullable(grades.marks().get(learnerKey)).map(mark -> {
            JsonObjectBuilder json = BUILDERS.createObjectBuilder();
            mark.shown().ifPresent(shown -> json.add("shown", shown));
            mark.sent().ifPresent(sent -> json.add("sent", sent));
            mark.state().ifPresent(state -> json.add("state", state));
            return json;
        });
    }

    static JsonObjectBuilder summary(PeopleOfCourse people) {
        List<PeopleOfCourse.One> counted = people.counted();
        return BUILDERS.createObjectBuilder()
                .add("people", counted.size())
                .add(
                        "watched",
                        counted.stream().filter(PeopleOfCourse.One::watched).count())
                .add(
                        "completed",
                        counted.stream().filter(PeopleOfCourse.One::completed).count());
    }

    /** @param you the one who looks */
    static JsonObjectBuilder person(PeopleOfCourse.One one, String you, int mostParts) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add(
                        "key",
                        one.key().substring(0, Math.min(KEY_DIGITS, one.key().length())))
                .add("place", one.place().name().toLowerCase(Locale.ROOT));
        one.name().ifPresent(name -> json.add("name", name));
        if (one.key().equals(you)) {
            json.add("you", true);
        }
        one.seen().ifPresent(seen -> json.add("seen", seen(seen, mostParts)));
        return json;
    }

    static JsonObjectBuilder seen(Seen seen, int mostParts) {
        JsonArrayBuilder parts = BUILDERS.createArrayBuilder();
        Parts.atMost(mostParts, seen.progress().parts())
                .forEach(part ->
                        parts.add(BUILDERS.createArrayBuilder().add(part.from()).add(part.to())));
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("share", seen.progress().share())
                .add("parts", parts)
                .add("completed", seen.completed())
                .add("timeSpent", seen.timeSpent())
                .add("last", seen.last().toString());
        seen.progress().resumeAt().ifPresent(position -> json.add("resumeAt", position));
        return json;
    }

    /** Parts of a video for a picture: beyond a number, the smallest gaps are closed. */
    static final class Parts {

        private Parts() {}

        static List<Part> atMost(int most, List<Part> parts) {
            if (parts.size() <= most) {
                return parts;
            }
            List<BigDecimal> gaps = new java.util.ArrayList<>();
            for (int i = 1; i < parts.size(); i++) {
                gaps.add(parts.get(i).from().subtract(parts.get(i - 1).to()));
            }
            gaps.sort(null);
            BigDecimal closed = gaps.get(parts.size() - most - 1);
            List<Part> fewer = new java.util.ArrayList<>();
            for (Part part : parts) {
                int last = fewer.size() - 1;
                if (last >= 0 && part.from().subtract(fewer.get(last).to()).compareTo(closed) <= 0) {
                    fewer.set(last, new Part(fewer.get(last).from(), part.to()));
                } else {
                    fewer.add(part);
                }
            }
            return fewer;
        }
    }
}
