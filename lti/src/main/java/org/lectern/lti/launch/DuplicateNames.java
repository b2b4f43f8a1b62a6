package org.lectern.lti.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks for a name that stands twice in one JSON object, also when one of the two is written with escapes. Walks the text without checking its grammar: the JSON parser does that, but keeps the last of two
 * equal names in inner objects, where another parser may keep the first.
 */
final class DuplicateNames {
    private final String json;
    private final Deque<Set<String>> open = new ArrayDeque<>();
    private final Set<String> array = new HashSet<>();
    private boolean nameNext;
    private int at;

    DuplicateNames(String json) {
        this.json = json;
    }

    boolean found() {
        for (at = 0; at < json.length(); at++) {
            switch (json.charAt(at)) {
                case '{' -> enter(new HashSet<>());
                case '[' -> enter(array);
                case '}', ']' -> leave();
                case ',' -> nameNext = inObject();
                case '"' -> {
                    String text = text();
                    if (nameNext && !open.element().add(text)) {
                        return true;
                    }
                    nameNext = false;
                }
                default -> {
                    // numbers, literals, colons and blanks carry no names
                }
            }
        }
        return false;
    }

    private void enter(Set<String> names) {
        open.push(names);
        nameNext = inObject();
    }

    private void leave() {
        open.poll();
        nameNext = false;
    }

    private boolean inObject() {
        return !open.isEmpty() && open.element() != array;
    }

    /** From the opening quote at {@code at}; leaves {@code at} on the closing one. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (at++; at < json.length() && json.charAt(at) != '"'; at++) {
            text.append(json.charAt(at) == '\\' ? escaped() : json.charAt(at));
        }
        return text.toString();
    }

    private char escaped() {
        at++;
        char letter = at < json.length() ? json.charAt(at) : '\\';
        if (letter != 'u' || at + 4 >= json.length()) {
            return "bfnrt".indexOf(letter) < 0 ? letter : "\b\f\n\r\t".charAt("bfnrt".indexOf(letter));
        }
        String digits = json.substring(at + 1, at + 5);
        at += 4;
        return digits.matches("[0-9a-fA-F]{4}") ? (char) Integer.parseInt(digits, 16) : '?';
    }
}
