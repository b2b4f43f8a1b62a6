package org.lectern.config.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lectern.config.setting.WrongSetting;
import org.lectern.config.source.GivenConfig;
import org.lectern.config.source.UnreadableFile;

class GatewaySettingsTest {

    @TempDir
    Path folder;

    @Test
    void hasDefaultsForAMachineOfItsOwn() {
        GatewaySettings settings = read("lectern.http.port=8080");

        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.dbUrl()).isEmpty();
        assertThat(settings.dataFolder()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.secretKeyFile()).isEmpty();
        assertThat(settings.allowPrivateAddresses()).isFalse();
    }

    @Test
    void readsEverySetting() throws IOException {
        Path key = Files.writeString(folder.resolve("master.key"), "");
        GatewaySettings settings = GatewaySettings.read(GivenConfig.in(folder)
                .environment(Map.of("LECTERN_DATA", "/srv/lectern", "LECTERN_DB_PASSWORD", "hush"))
                .systemProperties(Map.of("lectern.http.port", "9000"))
                .file(
                        "lectern.base-url=https://video.example.edu/lectern/",
                        "lectern.db.url=jdbc:postgresql://db/lectern?password=hush",
                        "lectern.db.user=someone",
                        "lectern.secret-key-file=master.key"));

        assertThat(settings.baseUrl()).isEqualTo(URI.create("https://video.example.edu/lectern"));
        assertThat(settings.httpPort()).isEqualTo(9000);
        assertThat(settings.dbUrl()).contains("jdbc:postgresql://db/lectern?password=hush");
        assertThat(settings.dbUser()).contains("someone");
        assertThat(settings.dbPassword()).contains("hush");
        assertThat(settings.dataFolder()).isEqualTo(Path.of("/srv/lectern").toAbsolutePath());
        assertThat(settings.secretKeyFile()).contains(key);
        assertThat(settings.toString()).doesNotContain("hush", "someone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1", "http://[::1]:8080", "http://lms.localhost"})
    void allowsHttpOnThisMachine(String address) {
        assertThat(read("lectern.base-url=" + address).baseUrl()).isEqualTo(URI.create(address));
    }

    @Test
    void allowsHttpElsewhereWherePrivateAddressesAreAllowed() {
        assertThat(read("lectern.base-url=http://box.lan", "lectern.allow-private-addresses=true")
                        .baseUrl())
                .isEqualTo(URI.create("http://box.lan"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            lectern.base-url | http://video.example.edu | https address
            lectern.base-url | http://127.0.0.1.example.edu | https address
            lectern.base-url | https://video.example.edu/?a=b | without ?
            lectern.base-url | video.example.edu | https address
            lectern.http.port | 0 | a whole number from 1 to 65535
            lectern.http.port | 65536 | a whole number from 1 to 65535
            lectern.http.port | http | a whole number from 1 to 65535
            lectern.db.url | jdbc:h2:mem:hush | jdbc:postgresql://host/database
            lectern.secret-key-file | absent.key | a file that exists
            lectern.allow-private-addresses | TRUE | true or false
            """)
    void stopsTheStart(String property, String value, String allowed) {
        assertThatThrownBy(() -> read(property + "=" + value))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith(property + ": found ")
                .hasMessageContaining(allowed)
                .hasMessageNotContaining("hush")
                .satisfies(
                        wrong -> assertThat(((WrongSetting) wrong).findings()).hasSize(1));
    }

    @Test
    void doesNotStartWithoutTheFileThatWasNamed() {
        assertThatThrownBy(() -> GatewaySettings.read(GivenConfig.in(folder).missingFile()))
                .isInstanceOf(UnreadableFile.class);
    }

    private GatewaySettings read(String... lines) {
        return GatewaySettings.read(GivenConfig.in(folder).file(lines));
    }
}
