package org.lectern.adapter.xapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text in one or more languages (xAPI Data §4.2). Blank texts are left out, since they say nothing.
 *
 * @param texts by language, in the order in which they are written
 */
public record LanguageMap(Map<LanguageTag, String> texts) {

    /** No text at all; whatever holds it is not written. */
    public static final LanguageMap EMPTY = new LanguageMap(Map.of());

    public LanguageMap {
        texts = said(texts);
    }

    private static Map<LanguageTag, String> said(Map<LanguageTag, String> texts) {
        if (texts.size() == 1) {
            Map.Entry<LanguageTag, String> only = texts.entrySet().iterator().next();
            return only.getValue().isBlank() ? Map.of() : Collections.singletonMap(only.getKey(), only.getValue());
        }
        Map<LanguageTag, String> said = new LinkedHashMap<>();
        texts.forEach((tag, text) -> {
            if (!text.isBlank()) {
                said.put(tag, text);
            }
        });
        return Collections.unmodifiableMap(said);
    }

    /** A text in one language. */
    public static LanguageMap of(LanguageTag tag, String text) {
        return new LanguageMap(Collections.singletonMap(tag, text));
    }

    /** A text in English. */
    public static LanguageMap en(String text) {
        return of(LanguageTag.EN, text);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
