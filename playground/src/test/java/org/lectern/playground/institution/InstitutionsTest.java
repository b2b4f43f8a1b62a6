package org.lectern.playground.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The playground reads the gateway's file as the gateway does. */
final class InstitutionsTest {
    private static final Path FILE = Path.of("lectern.properties");

    @Test
    void expandsExpressionsWithDefaultsThatHoldColons() {
        assertThat(settings(Map.of("a", "${b:http://localhost:1}/x")).need("a")).isEqualTo("http://localhost:1/x");
        assertThat(settings(Map.of("a", "${b}-${c:}-${d:${b}}", "b", "2")).need("a"))
                .isEqualTo("2--2");
    }

    @Test
    void prefersSystemPropertyThenEnvironmentThenFile() {
        Map<String, String> file = Map.of("lectern.base-url", "file");

        assertThat(new Settings(Map.of("lectern.base-url", "system")::get, Map.of(), file).need("lectern.base-url"))
                .isEqualTo("system");
        assertThat(new Settings(name -> null, Map.of("LECTERN_BASE_URL", "env"), file).need("lectern.base-url"))
                .isEqualTo("env");
        assertThat(settings(file).need("lectern.base-url")).isEqualTo("file");
    }

    @Test
    void refusesExpressionsThatCannotBeExpanded() {
        assertThatThrownBy(() -> settings(Map.of("a", "${b}")).need("a")).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> settings(Map.of("a", "${b", "b", "1")).need("a"))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> settings(Map.of("a", "${a}")).need("a")).isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> settings(Map.of()).need("a")).hasMessageContaining("a is missing");
    }

    @Test
    void servesTheCommittedFileOnAnyPorts() {
        Settings settings = settings(Settings.read(FILE))
                .orElse("lectern.playground.lms-url", "http://localhost:1")
                .orElse("lectern.playground.lrs-url", "http://localhost:2");

        Institutions served = Institutions.of(settings, "http://localhost:1", "http://localhost:2");

        assertThat(served.platforms()).extracting(Platform::path).containsExactly("acme", "umbrella", "hosted");
        assertThat(served.platforms().get(2).registrations())
                .extracting(Registration::tenant)
                .containsExactly("east", "west");
        assertThat(served.platforms().get(0).issuer()).isEqualTo("http://localhost:1/acme");
        assertThat(served.platforms().get(0).registrations().get(0).media())
                .extracting(Medium::id)
                .containsExactly("intro", "division");
        assertThat(served.lrsAccounts())
                .extracting(LrsAccount::path)
                .containsExactly("acme", "umbrella", "east", "west");
        assertThat(served.endpoints()).extracting(LrsAccount::path).containsExactly("acme");
        assertThat(served.lrsAccounts().get(0).credentials())
                .isNotEqualTo(served.lrsAccounts().get(1).credentials());
    }

    @Test
    void namesOnlyFilesThatExist() {
        Settings.read(FILE).forEach((name, value) -> {
            if (name.endsWith(".file") || name.contains(".captions.")) {
                assertThat(Files.isRegularFile(Path.of(value))).as(name).isTrue();
            }
        });
    }

    @Test
    void joinsTenantsThatShareAnIssuerAndLeavesOthersAlone() {
        Map<String, String> file = new HashMap<>(Map.of("lectern.tenants", "a,b,c"));
        for (String tenant : new String[] {"a", "b", "c"}) {
            String at = "lectern.tenant." + tenant + ".platform.p.";
            file.put("lectern.tenant." + tenant + ".platforms", "p");
            file.put(at + "issuer", tenant.equals("c") ? "https://elsewhere.example" : "http://localhost:1/hosted");
            file.put(at + "client-id", "shared");
            file.put(at + "deployment-ids", "of-" + tenant);
        }

        Institutions served = Institutions.of(settings(file), "http://localhost:1", "http://localhost:2");

        assertThat(served.platforms()).hasSize(1);
        assertThat(served.platforms().get(0).registrations())
                .extracting(Registration::tenant)
                .containsExactly("a", "b");
    }

    private static Settings settings(Map<String, String> file) {
        return new Settings(name -> null, Map.of(), file);
    }
}
