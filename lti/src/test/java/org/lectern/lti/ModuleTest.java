package org.lectern.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the library is to those who use it: a module of all its rooms, and a docstring on everything they see. */
class ModuleTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void exportsEveryRoomAndNeedsNothingButItsJoseLibrary() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(file);
            assertThat(module.exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .containsExactlyInAnyOrderElementsOf(rooms());
            assertThat(module.requires())
                    .extracting(ModuleDescriptor.Requires::name)
                    .containsExactlyInAnyOrder("java.base", "com.nimbusds.jose.jwt");
        }
    }

    @Test
    void hasADocstringOnEveryPublicType() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> all = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("module-info.java"))
                    .toList();
            List<String> options = List.of(
                    "-proc:none",
                    "-Xdoclint:missing/public",
                    "-Xmaxwarns",
                    "10000",
                    "-d",
                    Files.createTempDirectory("lti-doc").toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(all))
                    .call();
        }
        List<String> lines = said.toString().lines().toList();
        assertThat(lines).as("the compiler looked").isNotEmpty();
        List<String> bare = Stream.iterate(0, i -> i + 1)
                .limit(lines.size() - 1L)
                .filter(i -> lines.get(i).contains("no comment"))
                .filter(i -> lines.get(i + 1).matches("public .*(class|interface|record|enum) .*"))
                .map(lines::get)
                .toList();
        assertThat(bare).isEmpty();
    }

    private static List<String> rooms() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            return sources.filter(path -> path.endsWith("package-info.java"))
                    .map(path -> SOURCES.relativize(path.getParent()).toString().replace('/', '.'))
                    .toList();
        }
    }
}
