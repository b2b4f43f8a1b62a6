package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lectern.adapter.judge.CaliperCheck;
import org.lectern.adapter.sample.SamplePlugin;

/** A third party's adapter: a jar dropped into plugins/ is part of the gateway at the next start. */
@ExtendWith(Journey.class)
class PluginIT {

    private static final Path HOME = Path.of("target", "plugin").toAbsolutePath();
    private static final Path CLIPS = Path.of("clips").toAbsolutePath();

    private final Browser browser;

    PluginIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void aJarInPluginsTellsItsOwnVocabulary() throws Exception {
        Path plugins = HOME.resolve("plugins");
        Files.createDirectories(plugins);
        SamplePlugin.build(plugins);
        try (Lectern lectern = Lectern.up(
                        HOME.resolve("run"),
                        List.of("--config", config().toString(), "--plugins", plugins.toString()));
                Learner student = Learner.at(browser)) {
            student.open(lectern.course("acme", "student1", "intro"))
                    .seesPlayer()
                    .plays()
                    .watchesFor(1)
                    .leaves();

            List<JsonObject> told = lectern.lrs("acme").await(0, "told by the plug-in", all -> !all.isEmpty());

            assertThat(told)
                    .extracting(statement -> statement
                            .getJsonObject("verb")
                            .getJsonObject("display")
                            .getString("en"))
                    .isSubsetOf("started", "stopped");
            List<JsonObject> events =
                    lectern.events("acme").await(0, "told by the plug-in in another standard", all -> !all.isEmpty());
            assertThat(events)
                    .allSatisfy(event -> assertThat(CaliperCheck.faults(event)).isEmpty());
            assertThat(Events.actions(events)).containsOnly("Used");
        }
    }

    /** The playground's own settings, but Acme speaks what only the plug-in knows. */
    private static Path config() throws Exception {
        String settings = Files.readString(Path.of("lectern.properties"))
                .replace("lectern.tenant.acme.vocabularies=video-profile", "lectern.tenant.acme.vocabularies=campus")
                .replace("=clips/", "=" + CLIPS + "/")
                .replace(
                        "lectern.tenant.acme.destination.events.kind=caliper",
                        "lectern.tenant.acme.destination.events.kind=caliper\n"
                                + "lectern.tenant.acme.destination.events.vocabularies=campus-events");
        assertThat(settings).contains("vocabularies=campus", "vocabularies=campus-events");
        return Files.writeString(HOME.resolve("lectern.properties"), settings);
    }
}
