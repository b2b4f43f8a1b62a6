package org.lectern.adapter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lectern.adapter.contract.AdapterBus;
import org.lectern.adapter.contract.Casts;
import org.lectern.adapter.judge.CaliperCheck;
import org.lectern.adapter.judge.StatementCheck;
import org.lectern.adapter.xapi.Statement;
import org.lectern.adapter.xapi.StatementJson;

class SamplePluginTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @Test
    void aJarOnTheClassPathIsAllThatAnAdapterNeeds(@TempDir Path plugins) throws Exception {
        URL jar = SamplePlugin.build(plugins).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            try (AdapterBus bus = AdapterBus.open(loader)) {
                List<Statement> told = Casts.example(Map.of()).actions().stream()
                        .flatMap(action -> bus.tell(SamplePlugin.VOCABULARY, action).stream())
                        .toList();
                assertThat(told)
                        .extracting(statement ->
                                statement.verb().display().texts().values().toString())
                        .containsExactly("[started]", "[stopped]", "[started]", "[stopped]");
                StatementCheck check = new StatementCheck(Instant.parse("2026-03-02T10:00:00Z"));
                assertThat(told)
                        .allSatisfy(statement -> assertThat(check.faults(StatementJson.bytes(statement)))
                                .isEmpty());
                assertThat(Casts.example(Map.of()).actions())
                        .flatExtracting(action -> bus.tellEvents(SamplePlugin.EVENTS, action))
                        .hasSize(2)
                        .allSatisfy(event ->
                                assertThat(CaliperCheck.faults(event.body())).isEmpty());
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
