package org.lectern.gateway.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something a person has to be told instead of what they came for.
 *
 * @param title in a few words
 * @param happened what happened
 * @param meaning what it means for them
 * @param remedy what to do
 * @param reference a number to quote, found in our log
 * @param open address that tries again in a window of its own, where that can help
 */
public record Notice(
        String title, String happened, String meaning, String remedy, String reference, Optional<String> open) {

    Page page() {
        Map<String, String> texts = new HashMap<>();
        texts.put("title", title);
        texts.put("happened", happened);
        texts.put("meaning", meaning);
        texts.put("remedy", remedy);
        texts.put("reference", reference);
        texts.put("open", open.orElse("")); // the style sheet hides a button that leads nowhere
        return new Page("notice", "en", texts, Optional.empty());
    }
}
