package org.lectern.gateway.library;

import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lectern.gateway.problem.Problem;

/**
 * What people write about a video: bounded, and cleaned of characters that no reader sees. Markup is text like any other.
 *
 * @param title not blank, at most {@link #MOST_TITLE} characters
 * @param description may be empty, at most {@link #MOST_DESCRIPTION} characters
 * @param tags at most {@link #MOST_TAGS}, in the order given, none twice
 * @param language spoken language, RFC 5646, if known
 */
public record Wording(String title, String description, List<String> tags, Optional<String> language) {

    /** Characters of a title. */
    public static final int MOST_TITLE = 300;

    /** Characters of a description. */
    public static final int MOST_DESCRIPTION = 10_000;

    /** Tags of a video. */
    public static final int MOST_TAGS = 30;

    /** Characters of a tag. */
    public static final int MOST_TAG = 60;

    private static final int MOST_LANGUAGE = 35;

    /** @throws Problem 422, named, for what does not fit */
    public Wording {
        title = title(title);
        description = cleaned(description, true).strip();
        if (description.length() > MOST_DESCRIPTION) {
            throw new Problem(
                    422,
                    "video.description_too_long",
                    "A description has at most " + MOST_DESCRIPTION + " characters.");
        }
        tags = tags(tags);
        language = language.map(String::strip).filter(tag -> !tag.isEmpty()).map(Wording::language);
    }

    /** A video's, as it stands. */
    public static Wording of(Video video) {
        return new Wording(video.title(), video.description(), video.tags(), video.language());
    }

    /**
     * A title of a video or channel.
     *
     * @throws Problem 422 {@code video.title_missing} or {@code video.title_too_long}
     */
    public static String title(String text) {
        String title = cleaned(text, false).strip();
        if (title.isEmpty()) {
            throw new Problem(422, "video.title_missing", "A title is needed.");
        }
        if (title.length() > MOST_TITLE) {
            throw new Problem(422, "video.title_too_long", "A title has at most " + MOST_TITLE + " characters.");
        }
        return title;
    }

    private static List<String> tags(List<String> given) {
        Set<String> tags = new LinkedHashSet<>();
        given.stream()
                .map(tag -> cleaned(tag, false).strip())
                .filter(tag -> !tag.isEmpty())
                .forEach(tags::add);
        if (tags.size() > MOST_TAGS) {
            throw new Problem(422, "video.too_many_tags", "A video has at most " + MOST_TAGS + " tags.");
        }
        if (tags.stream().anyMatch(tag -> tag.length() > MOST_TAG)) {
            throw new Problem(422, "video.tag_too_long", "A tag has at most " + MOST_TAG + " characters.");
        }
        return List.copyOf(tags);
    }

    private static String language(String tag) {
        try {
            String known = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            if (known.length() <= MOST_LANGUAGE && !known.equals("und")) {
                return known;
            }
        } catch (IllformedLocaleException malformed) {
            throw unknownLanguage().causedBy(malformed);
        }
        throw unknownLanguage();
    }

    private static Problem unknownLanguage() {
        return new Problem(422, "video.language_unknown", "A language is a tag such as 'en' or 'de-AT'.");
    }

    /** Without control characters and halves of characters, which PostgreSQL and JSON choke on. */
    private static String cleaned(String text, boolean lines) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' && lines) {
                clean.append('\n');
            } else if (Character.isWhitespace(point)) {
                clean.append(point == '\r' && lines ? "" : " ");
            } else if (!Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }
}
