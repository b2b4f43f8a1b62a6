package org.lectern.gateway.operations.admin;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./lectern admin}. */
public final class Admin {

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final List<Command> commands;

    Admin(Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.commands = new Commands(new Tables(clock)).all();
    }

    /** Ends the process with an {@link Exit} number. A program of its own, so the streams and the environment begin here. */
    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Admin(System.getenv(), Clock.systemUTC(), out, err).run(arguments));
    }

    /** @return an {@link Exit} number */
    int run(String... arguments) {
        try {
            CommandLine line = CommandLine.parse(arguments);
            if (line.command().equals("help")) {
                out.println(Help.of(commands));
                return Exit.OK;
            }
            Command command = find(line.command());
            line.allowOnly(command.allowed());
            return command.run(line, new AdminApi(Target.of(line, environment)), new Screen(out, line.json()));
        } catch (Failed e) {
            err.println("lectern admin: " + e.getMessage());
            return e.exit();
        }
    }

    private Command find(String name) {
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failed.usage("there is no command '" + Words.oneLine(name) + "'"));
    }
}
