package org.lectern.gateway.operations.admin;

import java.util.List;
import java.util.stream.Collectors;

/** What {@code help} prints. Pure. */
final class Help {

    private static final String REST = """

            A destination is 'lrs' unless you name another. WHEN is a moment such as 2026-11-22T02:00:00Z or a day such as
            2026-11-22 (UTC); replay takes what was accepted from --from to before --to, and may be repeated.

            Options of every command:
              --data DIR   the gateway's data folder (default: LECTERN_DATA, else ./data)
              --url URL    where the gateway is (default: what lectern.url in the data folder says)
              --json       the API's own answer, for scripts

            Exit numbers: 0 done · 1 refused or failed · 2 wrong usage · 3 no gateway answers · 4 token missing or wrong
              10 (lanes only) at least one lane is paused; one that backs off heals by itself and counts as fine
              11 (ags-test only) a step did not work""";

    private Help() {}

    static String of(List<Command> commands) {
        int width = commands.stream()
                .mapToInt(command -> command.name().length())
                .max()
                .orElse(0);
        return commands.stream()
                .map(command -> line(command, width))
                .collect(Collectors.joining("\n", "./lectern admin COMMAND [options]\n\n", "\n" + REST));
    }

    private static String line(Command command, int width) {
        String name = "  " + command.name() + " ".repeat(width - command.name().length() + 2) + command.purpose();
        return command.usage().isEmpty() ? name : name + "\n" + " ".repeat(width + 6) + command.usage();
    }
}
