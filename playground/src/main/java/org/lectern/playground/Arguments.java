package org.lectern.playground;

import java.nio.file.Path;
import java.util.Optional;
import org.lectern.playground.institution.SettingsException;

/** The command line, checked. Throws {@link SettingsException} that names the option. */
record Arguments(Path config, int lmsPort, int lrsPort, Optional<String> toolUrl) {
    static final String USAGE = "java -jar lectern-playground.jar --config FILE [--lms-port 8081] [--lrs-port 8082]"
            + " [--tool-url http://127.0.0.1:8080]";
    private static final int LARGEST_PORT = 65_535;

    static Arguments parse(String... words) {
        Path config = null;
        int lmsPort = 8081;
        int lrsPort = 8082;
        Optional<String> toolUrl = Optional.empty();
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new SettingsException(words[i] + " needs a value. Usage: " + USAGE, null);
            }
            String value = words[i + 1];
            switch (words[i]) {
                case "--config" -> config = Path.of(value);
                case "--lms-port" -> lmsPort = port(words[i], value);
                case "--lrs-port" -> lrsPort = port(words[i], value);
                case "--tool-url" -> toolUrl = Optional.of(value);
                default -> throw new SettingsException(words[i] + " is not known. Usage: " + USAGE, null);
            }
        }
        if (config == null) {
            throw new SettingsException("--config is missing. Usage: " + USAGE, null);
        }
        return new Arguments(config, lmsPort, lrsPort, toolUrl);
    }

    private static int port(String option, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > LARGEST_PORT) {
            throw new SettingsException(option + " must be a port from 0 to 65535, found " + value, null);
        }
        return Integer.parseInt(value);
    }
}
