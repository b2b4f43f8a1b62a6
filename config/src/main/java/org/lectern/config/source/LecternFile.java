package org.lectern.config.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The file {@code lectern.properties} as a MicroProfile Config source. It is the one named by the system property
 * {@code lectern.config}, else by the environment variable {@code LECTERN_CONFIG}, else {@code ./lectern.properties} if that
 * exists. Read once, when made; safe for any thread. The server makes it while it sets up configuration, where an exception
 * would end in a stack trace about class loading: so a file that cannot be read is told by {@link #check()}.
 */
public final class LecternFile implements ConfigSource {

    /** Above microprofile-config.properties (100), below environment (300) and system properties (400). */
    static final int ORDINAL = 250;

    private static final String DEFAULT_NAME = "lectern.properties";

    private final Path file;
    private final Map<String, String> values;
    private final Optional<UnreadableFile> problem;

    /** For the service loader of MicroProfile Config. */
    public LecternFile() {
        this(System::getProperty, System::getenv, Path.of(""));
    }

    LecternFile(UnaryOperator<String> systemProperty, UnaryOperator<String> environment, Path workingFolder) {
        Optional<String> named =
                given(systemProperty.apply("lectern.config")).or(() -> given(environment.apply("LECTERN_CONFIG")));
        file = workingFolder
                .resolve(named.orElse(DEFAULT_NAME))
                .toAbsolutePath()
                .normalize();
        boolean absent = named.isEmpty() && Files.notExists(file);
        Map<String, String> read = Map.of();
        UnreadableFile unreadable = null;
        try {
            read = absent ? read : PropertiesText.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            unreadable = new UnreadableFile(
                    "The configuration file " + file + " does not exist; correct --config or LECTERN_CONFIG.", e);
        } catch (IOException e) {
            unreadable = new UnreadableFile(
                    "The configuration file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "); it must be a file that this user may read.",
                    e);
        } catch (IllegalArgumentException e) {
            unreadable = new UnreadableFile(
                    "The configuration file " + file + " cannot be understood: " + e.getMessage() + ".", e);
        }
        values = read;
        problem = Optional.ofNullable(unreadable);
    }

    /** This source among those of a configuration, if it takes part there. */
    public static Optional<LecternFile> in(Config config) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(LecternFile.class::isInstance)
                .map(LecternFile.class::cast)
                .findFirst();
    }

    /** The folder that relative paths in the file start from; the working folder when there is no file. */
    public Path folder() {
        return file.getParent();
    }

    /** @throws UnreadableFile if a file is named or present, and could not be read */
    public void check() {
        problem.ifPresent(unreadable -> {
            throw unreadable;
        });
    }

    @Override
    public Map<String, String> getProperties() {
        return values;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String propertyName) {
        return values.get(propertyName);
    }

    @Override
    public String getName() {
        return file.toString();
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(path -> !path.isBlank());
    }
}
