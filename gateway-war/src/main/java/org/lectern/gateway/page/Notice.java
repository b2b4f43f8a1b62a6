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
 * @param reason the name our log gives to what happened, for whoever helps; where it has one
 * @param open address that tries again in a window of its own, where that can help
 */
public record Notice(
        String title,
        String happened,
        String meaning,
        String remedy,
        String reference,
        Optional<String> reason,
        Optional<String> open) {

    /** One that only the person can do something about: no reason to look up, nothing to open. */
    public Notice(String title, String happened, String meaning, String remedy, String reference) {
        this(title, happened, meaning, remedy, reference, Optional.empty(), Optional.empty());
    }

    Page page() {
        Map<String, String> texts = new HashMap<>();
        texts.put("title", title);
        texts.put("happened", happened);
        texts.put("meaning", meaning);
        texts.put("remedy", remedy);
        texts.put("reference", reference);
        // The style sheet hides a reason that is none, and a button that leads nowhere.
        texts.put("reason", reason.orElse(""));
        texts.put("open", open.orElse(""));
        return new Page("notice", "en", texts, Optional.empty());
    }
}
