package org.lectern.bench;

import java.util.HashMap;
import java.util.Map;

/** What stands behind a command: {@code --name value}, {@code --name=value} or {@code --name} for true. */
public final class Options {

    private final Map<String, String> given = new HashMap<>();

    /** @throws IllegalArgumentException for a word that belongs to no option */
    public Options(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith("--")) {
                throw new IllegalArgumentException("unknown word " + words[i] + "; options begin with --");
            }
            String[] option = words[i].substring(2).split("=", 2);
            boolean valueFollows = option.length == 1 && i + 1 < words.length && !words[i + 1].startsWith("--");
            given.put(option[0], option.length == 2 ? option[1] : valueFollows ? words[++i] : "true");
        }
    }

    /** A whole number. */
    public int number(String name, int fallback) {
        String text = given.getOrDefault(name, Integer.toString(fallback));
        try {
            return Integer.parseInt(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " must be a whole number, found " + text, e);
        }
    }

    public String text(String name, String fallback) {
        return given.getOrDefault(name, fallback);
    }
}
