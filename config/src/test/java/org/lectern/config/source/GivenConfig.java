package org.lectern.config.source;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** A real MicroProfile Config over a file in a folder, a given environment and given system properties. */
public final class GivenConfig {

    private final Path folder;
    private Map<String, String> environment = Map.of();
    private Map<String, String> systemProperties = Map.of();

    private GivenConfig(Path folder) {
        this.folder = folder;
    }

    public static GivenConfig in(Path folder) {
        return new GivenConfig(folder);
    }

    public GivenConfig environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    public GivenConfig systemProperties(Map<String, String> properties) {
        systemProperties = properties;
        return this;
    }

    public Config file(String... lines) {
        try {
            Path file = Files.write(
                    folder.resolve("lectern.properties"),
                    String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return with(new LecternFile(
                    Map.of("lectern.config", file.toString())::get, Map.<String, String>of()::get, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Config missingFile() {
        return with(new LecternFile(Map.of("lectern.config", "absent")::get, Map.<String, String>of()::get, folder));
    }

    private Config with(LecternFile file) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        file,
                        new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(systemProperties, "system properties", 400),
                        new PropertiesConfigSource(
                                Map.of("lectern.http.port", "1"), "microprofile-config.properties", 100))
                .build();
    }
}
