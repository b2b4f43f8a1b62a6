package org.lectern.gateway.conversation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lectern.gateway.session.LearnerSession;

/** Comments on the wire; their reader is {@code conversation/comments.ts}. Pure. */
final class CommentJson {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private CommentJson() {}

    static JsonObject page(Comments.Page page, LearnerSession session) {
        return BUILDERS.createObjectBuilder()
                .add("count", page.count())
                .add("more", page.more())
                .add("threads", comments(page.threads(), session))
                .add("answers", comments(page.answers(), session))
                .build();
    }

    /** {@code you} and {@code removable} are the asker's. */
    static JsonObjectBuilder comment(Comment comment, LearnerSession session) {
        boolean own = comment.learnerKey().equals(session.learnerKey());
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("id", comment.id().toString())
                .add("author", author(comment.learnerKey()))
                .add("you", own)
                .add("teaching", comment.teaching())
                .add("at", comment.at().toString())
                .add("text", comment.text())
                .add(
                        "removable",
                        comment.removed().isEmpty() && (own || session.role() != LearnerSession.Role.LEARNER));
        comment.parent().ifPresent(parent -> json.add("parent", parent.toString()));
        comment.removed().ifPresent(by -> json.add("removed", by.name().toLowerCase(Locale.ROOT)));
        return json;
    }

    /** Of these authors, those whose names are known and who want them shown. */
    static JsonObject people(Set<String> authors, Set<String> unnamed, Map<String, String> names) {
        JsonObjectBuilder people = BUILDERS.createObjectBuilder();
        authors.stream()
                .filter(key -> names.containsKey(key) && !unnamed.contains(key))
                .forEach(key -> people.add(author(key), names.get(key)));
        return BUILDERS.createObjectBuilder().add("names", people).build();
    }

    private static JsonArrayBuilder comments(List<Comment> comments, LearnerSession session) {
        JsonArrayBuilder array = BUILDERS.createArrayBuilder();
        comments.forEach(comment -> array.add(comment(comment, session)));
        return array;
    }

    /** So much of a learner key tells the people of a course apart. */
    private static String author(String learnerKey) {
        return learnerKey.substring(0, Math.min(12, learnerKey.length()));
    }
}
