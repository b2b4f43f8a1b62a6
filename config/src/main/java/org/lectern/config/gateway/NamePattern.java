package org.lectern.config.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A setting's name, where {@code *} stands for one part between dots, and {@code **} at the end for any rest. */
final class NamePattern {

    private final List<String> parts;
    private final Pattern pattern;

    NamePattern(String name) {
        parts = Arrays.asList(name.split("\\."));
        pattern = Pattern.compile(parts.stream().map(NamePattern::regex).collect(Collectors.joining("\\.")));
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** This name, its stars replaced by what the given name has in their place. */
    String filledFrom(String name) {
        String[] given = name.split("\\.");
        StringBuilder filled = new StringBuilder(parts.get(0));
        for (int i = 1; i < parts.size(); i++) {
            boolean taken = parts.get(i).startsWith("*") && i < given.length;
            filled.append('.').append(taken ? given[i] : parts.get(i));
        }
        return filled.toString();
    }

    private static String regex(String part) {
        return switch (part) {
            case "**" -> ".+";
            case "*" -> "[^.]+";
            default -> Pattern.quote(part);
        };
    }
}
