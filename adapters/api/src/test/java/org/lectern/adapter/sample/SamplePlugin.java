package org.lectern.adapter.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.lectern.adapter.StatementSink;

/** Builds the sample plug-in from its sources, as its authors would: against the adapter API, Jakarta's CDI and JSON-P, nothing else. */
public final class SamplePlugin {

    /** The vocabulary that the plug-in speaks. */
    public static final String VOCABULARY = "campus";

    /** Another one, which it writes in Caliper. */
    public static final String EVENTS = "campus-events";

    private static final String SOURCES = "/sample-plugin/java/";
    private static final List<String> FILES = List.of(
            "edu/example/campus/package-info.java",
            "edu/example/campus/CampusAdapter.java",
            "edu/example/campus/CampusEvents.java");
    private static final String BEANS = "META-INF/beans.xml";

    private SamplePlugin() {}

    /**
     * Compiles and packs the plug-in.
     *
     * @param folder where the jar goes; made if absent
     * @return the jar, {@code campus-adapter.jar}
     * @throws IOException when it does not compile (with the compiler's words) or cannot be written
     */
    public static Path build(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path classes = Files.createTempDirectory(folder, "classes");
        try {
            compile(classes);
            Path jar = folder.resolve("campus-adapter.jar");
            pack(classes, jar);
            return jar;
        } finally {
            delete(classes);
        }
    }

    private static void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Source> sources = new ArrayList<>();
        for (String file : FILES) {
            sources.add(new Source(file, new String(resource(SOURCES + file), StandardCharsets.UTF_8)));
        }
        List<String> options =
                List.of("--release", "17", "-proc:none", "-d", classes.toString(), "-classpath", classPath());
        StringWriter words = new StringWriter();
        if (!compiler.getTask(words, null, null, options, null, sources).call()) {
            throw new IOException("the sample plug-in does not compile: " + words);
        }
    }

    /** Where the API and the annotations were loaded from. */
    private static String classPath() throws IOException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> needed :
                List.of(StatementSink.class, Observes.class, Inject.class, ApplicationScoped.class, Json.class)) {
            try {
                places.add(Path.of(needed.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException notAPath) {
                throw new IOException(notAPath);
            }
        }
        return String.join(System.getProperty("path.separator"), places);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path path : compiled.filter(Files::isRegularFile).sorted().toList()) {
                put(out, classes.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            put(out, BEANS, resource("/sample-plugin/" + BEANS));
        }
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream source = SamplePlugin.class.getResourceAsStream(name)) {
            return source.readAllBytes();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
