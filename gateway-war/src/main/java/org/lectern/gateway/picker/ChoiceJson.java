package org.lectern.gateway.picker;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.lectern.gateway.page.JsonBody;
import org.lectern.gateway.problem.Problem;

/**
 * The body of {@code POST /lti/deep-link}: {@code {"items":[{"media":"intro","title":"…","text":"…","grade":"share","opens":"window"}],
 * "message":"…"}}. Only items and their media are needed. What is wrong is a named {@link Problem}.
 */
final class ChoiceJson {

    private static final int MOST_ITEMS = 100;

    private ChoiceJson() {}

    /** @throws Problem 400 or 413, named */
    static Choice read(InputStream body) {
        JsonBody json = JsonBody.read(body, "deep_link");
        List<JsonBody> items = json.objects("items");
        if (items.size() > MOST_ITEMS) {
            throw new Problem(413, "deep_link.too_many", "At most " + MOST_ITEMS + " videos at once; choose fewer.");
        }
        return new Choice(items.stream().map(ChoiceJson::pick).toList(), text(json, "message"));
    }

    private static Choice.Pick pick(JsonBody item) {
        return new Choice.Pick(
                text(item, "media").orElseThrow(() -> item.malformed("An item must name its 'media'.")),
                text(item, "title"),
                text(item, "text"),
                text(item, "grade").map(word -> grade(item, word)),
                text(item, "opens").map(word -> window(item, word)).orElse(false));
    }

    private static Choice.Grade grade(JsonBody item, String word) {
        return switch (word) {
            case "share" -> Choice.Grade.SHARE;
            case "completion" -> Choice.Grade.COMPLETION;
            default -> throw item.malformed("'grade' is 'share' or 'completion'.");
        };
    }

    private static boolean window(JsonBody item, String word) {
        return switch (word) {
            case "window" -> true;
            case "frame" -> false;
            default -> throw item.malformed("'opens' is 'frame' or 'window'.");
        };
    }

    private static Optional<String> text(JsonBody json, String name) {
        return json.text(name).filter(one -> !one.isBlank());
    }
}
