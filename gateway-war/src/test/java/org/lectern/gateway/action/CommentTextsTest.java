package org.lectern.gateway.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lectern.config.setting.Settings;
import org.lectern.config.setting.WrongSetting;

class CommentTextsTest {

    @Test
    void onlyWhoAsksForItHasItTold() {
        assertThat(read(Map.of(
                        "lectern.tenants",
                        "acme,umbrella,wayne",
                        "lectern.tenant.acme.comment-text",
                        "true",
                        "lectern.tenant.umbrella.comment-text",
                        "false")))
                .containsExactly("acme");
    }

    @Test
    void refusesWhatIsNeitherYesNorNo() {
        assertThatThrownBy(() -> read(Map.of("lectern.tenants", "acme", "lectern.tenant.acme.comment-text", "yes")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("lectern.tenant.acme.comment-text: found")
                .hasMessageContaining("true or false");
    }

    private static Set<String> read(Map<String, String> settings) {
        return Settings.reading(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build(),
                CommentTexts::collect);
    }
}
