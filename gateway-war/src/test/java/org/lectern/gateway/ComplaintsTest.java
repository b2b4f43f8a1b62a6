package org.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/complaints.md} promises something of each complaint and names the tests that show it: they must be there. */
class ComplaintsTest {

    private static final Path HOME = Path.of("..");
    private static final Pattern LINE = Pattern.compile("^\\| (\\d+) \\|(.+)\\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("`([\\w./-]+(?:Test|IT|\\.test\\.ts))(?:\\.(\\w+))?`");

    @Test
    void answersEveryComplaintOnce() {
        assertThat(lines().map(line -> Integer.valueOf(line.group(1))).toList())
                .isEqualTo(IntStream.rangeClosed(1, 45).boxed().toList());
    }

    @Test
    void namesOnlyTestsThatAreThere() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = lines().flatMap(line -> shownBy(line).stream()
                        .filter(named -> !isThere(tests, named))
                        .map(named -> line.group(1) + ": " + named.group()))
                .toList();
        assertThat(missing).isEmpty();
        assertThat(lines().filter(line -> shownBy(line).isEmpty()).map(line -> line.group(1)))
                .as("complaints that no test is named for")
                .isEmpty();
    }

    private static boolean isThere(Map<String, String> tests, MatchResult named) {
        String source = tests.get(named.group(1));
        String method = named.group(2);
        return source != null && (method == null || source.contains("void " + method + "("));
    }

    private static List<MatchResult> shownBy(MatchResult line) {
        String[] cells = line.group(2).split(" \\| ");
        return NAMED.matcher(cells[cells.length - 1]).results().toList();
    }

    private static Stream<MatchResult> lines() {
        try {
            return LINE.matcher(Files.readString(HOME.resolve("docs").resolve("complaints.md")))
                    .results();
        } catch (IOException e) {
            throw new UncheckedIOException("the page is not where it was", e);
        }
    }

    /** Every test's source by its name: a class's by its simple name, a page test's by its file's. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> found = new HashMap<>();
        for (String module : Files.readString(HOME.resolve("pom.xml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<module>"))
                .map(line -> line.replaceAll("</?module>", ""))
                .toList()) {
            for (Path folder : Arrays.asList(Path.of("src/test/java"), Path.of("src/main/web/test"))) {
                collect(HOME.resolve(module).resolve(folder), found);
            }
        }
        return found;
    }

    private static void collect(Path folder, Map<String, String> found) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
    }
}
