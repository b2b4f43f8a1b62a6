package org.lectern.config.setting;

import java.util.Optional;
import java.util.function.Function;

/**
 * Values that refer to others: {@code ${name}} and {@code ${name:default}}, defaults within defaults, {@code \${} for the characters
 * themselves (MicroProfile Config 3.1 §"Property Expressions"). Implementations differ here (Payara 6 drops every colon of a default and
 * hands out half a value for a name that is not set), so values are expanded from their raw text. For one thread.
 */
final class Expression {

    private static final int DEEPEST = 10;
    private static final String BEGIN = "${";
    private static final String ESCAPED = "\\${";

    private final Function<String, Optional<String>> raw;

    /** @param raw the unexpanded value of a name */
    Expression(Function<String, Optional<String>> raw) {
        this.raw = raw;
    }

    /** A name is not set and has no default, a brace is missing, or names refer to each other in a circle. */
    static final class Unresolved extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The text with every expression in it replaced. */
    String expand(String text) throws Unresolved {
        return expand(text, 0);
    }

    private String expand(String text, int depth) throws Unresolved {
        if (depth > DEEPEST) {
            throw new Unresolved();
        }
        StringBuilder expanded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(ESCAPED, at)) {
                expanded.append(BEGIN);
                at += ESCAPED.length();
            } else if (text.startsWith(BEGIN, at)) {
                int end = end(text, at);
                expanded.append(value(text.substring(at + BEGIN.length(), end), depth));
                at = end + 1;
            } else {
                expanded.append(text.charAt(at++));
            }
        }
        return expanded.toString();
    }

    private String value(String inner, int depth) throws Unresolved {
        int colon = inner.indexOf(':');
        String name = colon < 0 ? inner : inner.substring(0, colon);
        Optional<String> found = raw.apply(name);
        if (found.isPresent()) {
            return expand(found.get(), depth + 1);
        } else if (colon < 0) {
            throw new Unresolved();
        }
        return expand(inner.substring(colon + 1), depth + 1);
    }

    /** Where the brace is that ends the expression beginning here. */
    private static int end(String text, int begin) throws Unresolved {
        int open = 1;
        for (int at = begin + BEGIN.length(); at < text.length(); at++) {
            if (text.startsWith(BEGIN, at)) {
                open++;
            } else if (text.charAt(at) == '}' && --open == 0) {
                return at;
            }
        }
        throw new Unresolved();
    }
}
