package org.lectern.gateway.conversation;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;
import org.lectern.gateway.page.JsonBody;
import org.lectern.gateway.problem.Problem;

/**
 * A comment somebody wants to make: {@code {"id":"<uuid>","text":"…","parent":"<uuid>"}}. Text is plain: what looks like markup is text,
 * too; control characters other than line breaks and tabs are left out.
 *
 * @param id chosen by the page
 * @param text 1 to {@value #MOST_TEXT} characters, stripped, in Unicode's composed form
 * @param parent the comment it answers
 */
record Draft(UUID id, String text, Optional<UUID> parent) {

    static final int MOST_TEXT = 4_000;

    /** @throws Problem 400 {@code comment.malformed}, {@code comment.empty}, or 413 {@code comment.too_long}, {@code comment.too_large} */
    static Draft read(InputStream body) {
        JsonBody json = JsonBody.read(body, "comment");
        String text = clean(json.required("text"));
        if (text.isEmpty()) {
            throw new Problem(400, "comment.empty", "There is nothing in this comment. Write something first.");
        }
        if (text.codePointCount(0, text.length()) > MOST_TEXT) {
            throw new Problem(413, "comment.too_long", "A comment has at most 4,000 characters. Shorten it.");
        }
        return new Draft(
                uuid(json, json.required("id")), text, json.text("parent").map(id -> uuid(json, id)));
    }

    private static String clean(String text) {
        return Normalizer.normalize(
                        text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""), Normalizer.Form.NFC)
                .strip();
    }

    private static UUID uuid(JsonBody json, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw json.malformed("Ids of comments are UUIDs.").causedBy(none);
        }
    }
}
