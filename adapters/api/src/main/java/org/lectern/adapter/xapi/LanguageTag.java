package org.lectern.adapter.xapi;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * A well-formed RFC 5646 language tag. Platforms send tags of many forms; {@link #parse} keeps a badly formed one from
 * stopping a statement.
 *
 * @param value the tag as the LRS sees it
 */
public record LanguageTag(String value) {

    /** English without a guessed region; the language of verb displays, and of names whose language nobody knows. */
    public static final LanguageTag EN = new LanguageTag("en");

    public LanguageTag {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("not an RFC 5646 language tag: " + value);
        }
    }

    /** The tag said by {@code text}, an underscore taken for the hyphen it stands for; empty if it is none, or {@code und}. */
    public static Optional<LanguageTag> parse(String text) {
        String tag = text.strip().replace('_', '-');
        return wellFormed(tag) ? Optional.of(new LanguageTag(tag)) : Optional.empty();
    }

    private static boolean wellFormed(String tag) {
        try {
            return !tag.isEmpty()
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .toString()
                            .isEmpty();
        } catch (IllformedLocaleException notATag) {
            return false;
        }
    }
}
