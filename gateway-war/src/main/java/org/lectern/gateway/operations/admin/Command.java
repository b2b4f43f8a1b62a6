package org.lectern.gateway.operations.admin;

import java.util.ArrayList;
import java.util.List;

/**
 * Something an operator can say.
 *
 * @param name its name
 * @param usage its options as the help shows them
 * @param purpose what it does, in a few words
 * @param options names of its own options, beside those that all have
 * @param action carries it out
 */
record Command(String name, String usage, String purpose, List<String> options, Action action) {

    private static final List<String> COMMON = List.of("data", "url", CommandLine.JSON);

    /** Does it and says how it ended. */
    @FunctionalInterface
    interface Action {
        /**
         * @return an {@link Exit} number
         * @throws Failed when it cannot be done
         */
        int run(CommandLine line, AdminApi api, Screen screen);
    }

    int run(CommandLine line, AdminApi api, Screen screen) {
        return action.run(line, api, screen);
    }

    List<String> allowed() {
        List<String> all = new ArrayList<>(COMMON);
        all.addAll(options);
        return all;
    }
}
