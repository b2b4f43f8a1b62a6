package org.lectern.gateway.page;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a template is to be filled with.
 *
 * @param template its name
 * @param language of the page, RFC 5646
 * @param texts plain texts by place
 * @param session what the page's script is told, for those that have a session
 */
public record Page(String template, String language, Map<String, String> texts, Optional<JsonObject> session) {

    public Page {
        texts = Map.copyOf(texts);
    }

    Map<String, String> textsWith(String nonce) {
        Map<String, String> all = new HashMap<>(texts);
        all.put("nonce", nonce);
        all.put("lang", language);
        return all;
    }

    Map<String, String> json() {
        return session.map(json -> Map.of("session", json.toString())).orElse(Map.of());
    }
}
