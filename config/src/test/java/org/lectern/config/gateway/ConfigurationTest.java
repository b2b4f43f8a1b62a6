package org.lectern.config.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.WrongSetting;
import org.lectern.config.source.GivenConfig;
import org.lectern.config.tenant.GivenTenant;

class ConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void reportsWhatIsWrongInGatewayTenantsAndRoomsTogether() {
        assertThatThrownBy(() -> read(
                        "lectern.http.port=none",
                        "lectern.tenant.acme.actor=anyone",
                        "lectern.delivery.first-wait=soon"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("lectern.http.port")
                .hasMessageContaining("lectern.tenant.acme.actor")
                .hasMessageContaining("lectern.delivery.first-wait: found 'soon'");
    }

    @Test
    void hasNoWarningAboutAConfigurationThatIsRight() {
        String[] everything = GivenTenant.acme()
                .platform("acme", "moodle", "1")
                .with("lectern.base-url", "https://video.example.edu")
                .with("lectern.http.port", "8080")
                .with("lectern.delivery.first-wait", "PT2S")
                .with("lectern.tenant.acme.vocabulary.kaltura.partner.id", "1")
                .with("lectern.tenant.acme.lrs.gzip", "false")
                .with("lectern.tenant.acme.media", "a")
                .with("lectern.tenant.acme.media.a.url", "https://cdn.example/a.mp4")
                .with("lectern.tenant.acme.media.a.title", "A")
                .with("other.things", "do not matter")
                .lines();

        assertThat(Configuration.read(
                                GivenConfig.in(folder).file(everything), settings -> {}, List.of("lectern.delivery.**"))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lectern.tenant.acme.progres,lectern.tenant.acme.progress",
        "lectern.tenant.acme.lrs.end-point,lectern.tenant.acme.lrs.endpoint",
        "lectern.tenant.acme.platform.moodle.clientid,lectern.tenant.acme.platform.moodle.client-id",
        "lectern.tenant,lectern.tenants",
        "lectern.baseurl,lectern.base-url",
        "lectern.delivry.first,lectern.delivery.first-wait"
    })
    void namesTheNearestSettingToAnUnknownOne(String unknown, String nearest) {
        assertThat(read(unknown + "=hush").warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith(unknown + " is not a setting")
                        .endsWith(nearest)
                        .doesNotContain("hush"));
    }

    @Test
    void saysThatTheDataFolderDoesNotBelongInTheFile() {
        assertThat(read("lectern.data=/srv").warnings())
                .singleElement()
                .asString()
                .contains("lectern.data belongs on the command line");
    }

    @ParameterizedTest
    @CsvSource({
        "lectern.tenant.umbrella.name,lectern.tenant.umbrella.* changes nothing,lectern.tenants does not name 'umbrella'",
        "lectern.tenant.acme.platform.canvas.issuer,platform.canvas.* changes nothing,platforms does not name 'canvas'",
        "lectern.tenant.acme.media.intro.title,media.intro.* changes nothing,media does not name 'intro'",
        "lectern.tenant.acme.destination.more.key,destination.more.* changes nothing,destinations does not name 'more'"
    })
    void warnsAboutSettingsOfWhatNoListNames(String name, String what, String why) {
        assertThat(read(name + "=x").warnings()).singleElement().asString().contains(what, why);
    }

    @Test
    void passesOnTheWarningsAboutTenants() {
        assertThat(read("lectern.tenant.acme.vocabularies=video-profile,kaltura")
                        .warnings())
                .singleElement()
                .asString()
                .contains("tenant=acme");
    }

    @Test
    void bearsNamesWithoutAnyParts() {
        assertThat(read("lectern.tenant.=x", "lectern.=x").warnings()).hasSize(2);
    }

    private Configuration read(String... more) {
        String[] lines = Stream.concat(Arrays.stream(GivenTenant.acme().lines()), Arrays.stream(more))
                .toArray(String[]::new);
        return Configuration.read(
                GivenConfig.in(folder).file(lines),
                settings ->
                        settings.section("lectern.delivery").value("first-wait", Kind.duration("PT1S", "PT1M"), null),
                List.of());
    }
}
