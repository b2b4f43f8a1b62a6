package org.lectern.gateway.operations.admin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command with its options: {@code --name value} or {@code --name=value}; {@code --json}, {@code --extract} and {@code --active} alone.
 *
 * @param command its name, of one word or two
 * @param options by name, without hyphens
 */
record CommandLine(String command, Map<String, String> options) {

    static final String JSON = "json";
    static final String EXTRACT = "extract";
    static final String ACTIVE = "active";

    /** Options without a value. */
    private static final Set<String> FLAGS = Set.of(JSON, EXTRACT, ACTIVE);

    /** @throws Failed when it makes no sense */
    static CommandLine parse(String... arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        String command = "";
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            if (word.equals("-h") || word.equals("--help")) {
                return new CommandLine("help", Map.of());
            } else if (!word.startsWith("--")) {
                command = command.isEmpty() ? word : command + " " + word;
                continue;
            }
            int equal = word.indexOf('=');
            String name = word.substring(2, equal < 0 ? word.length() : equal);
            if (equal < 0 && !FLAGS.contains(name) && i + 1 == arguments.length) {
                throw Failed.usage("--" + name + " needs a value");
            }
            String value = equal >= 0 ? word.substring(equal + 1) : FLAGS.contains(name) ? "true" : arguments[++i];
            if (options.put(name, value) != null) {
                throw Failed.usage("--" + name + " was given twice");
            }
        }
        return new CommandLine(command.isEmpty() ? "help" : command, options);
    }

    /** @throws Failed when there is an option that is not among these */
    void allowOnly(Collection<String> names) {
        options.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Failed.usage("'" + command + "' has no option --" + name);
                });
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    /** @throws Failed when it is not there */
    String needed(String name) {
        return option(name).orElseThrow(() -> Failed.usage("'" + command + "' needs --" + name));
    }

    boolean extract() {
        return options.containsKey(EXTRACT);
    }

    boolean json() {
        return options.containsKey(JSON);
    }
}
