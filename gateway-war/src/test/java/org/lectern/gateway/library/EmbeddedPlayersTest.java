package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lectern.gateway.start.GivenSettings;

class EmbeddedPlayersTest {

    private static final Map<String, String> BRIGHTCOVE = Map.of("account", "123", "player", "a-B_1", "video", "ref:x");
    private static final Map<String, String> KALTURA = Map.of("partner", "1", "uiconf", "2", "entry", "0_abc");

    @Test
    void namesTheScriptsOfThePublicClouds() {
        EmbeddedPlayer brightcove = GivenPlayers.PUBLIC
                .of(new Source.Embedded(Source.ForeignPlayer.BRIGHTCOVE, BRIGHTCOVE))
                .orElseThrow();
        assertThat(brightcove.script()).hasToString("https://players.brightcove.net/123/a-B_1_default/index.min.js");
        assertThat(brightcove.hosts())
                .startsWith("https://players.brightcove.net")
                .contains("https://*.brightcove.com");
        EmbeddedPlayer kaltura = GivenPlayers.PUBLIC
                .of(new Source.Embedded(Source.ForeignPlayer.KALTURA, KALTURA))
                .orElseThrow();
        assertThat(kaltura.script()).hasToString("https://cdnapisec.kaltura.com/p/1/embedPlaykitJs/uiconf_id/2");
    }

    @Test
    void allowsTheHostsOfAPublicCloudOnlyWithIt() {
        EmbeddedPlayers own = EmbeddedPlayers.read(GivenSettings.of(
                "lectern.player.kaltura-base=https://video.example.edu/kaltura/",
                "lectern.player.brightcove-hosts=https://*.example.net,https://cdn.example.org:8443"));
        EmbeddedPlayer kaltura = own.of(new Source.Embedded(Source.ForeignPlayer.KALTURA, KALTURA))
                .orElseThrow();
        assertThat(kaltura.script()).hasToString("https://video.example.edu/kaltura/p/1/embedPlaykitJs/uiconf_id/2");
        assertThat(kaltura.hosts()).containsExactly("https://video.example.edu");
        assertThat(own.brightcove().hosts()).containsExactly("https://*.example.net", "https://cdn.example.org:8443");
    }

    @Test
    void putsNoAddressTogetherOfAnythingElse() {
        for (String account : new String[] {"", "../x", "1/2", "12;script-src *", "١٢"}) {
            Map<String, String> settings = Map.of("account", account, "player", "default", "video", "1");
            assertThat(GivenPlayers.PUBLIC.of(new Source.Embedded(Source.ForeignPlayer.BRIGHTCOVE, settings)))
                    .isEmpty();
        }
        assertThat(GivenPlayers.PUBLIC.of(new Source.Embedded(Source.ForeignPlayer.KALTURA, Map.of("partner", "1"))))
                .isEmpty();
    }

    @Test
    void namesAWrongHost() {
        assertThat(GivenSettings.wrongIn(EmbeddedPlayers::read, "lectern.player.kaltura-hosts=* 'unsafe-eval'"))
                .containsExactly("lectern.player.kaltura-hosts: found '* 'unsafe-eval'', allowed: a host such as"
                        + " https://*.example.com");
    }
}
