package org.lectern.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.MediaEntry;
import org.lectern.config.tenant.ProgressPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.VideoEnd;
import org.lectern.gateway.database.TestDatabase;
import org.lectern.gateway.library.BaseUrl;
import org.lectern.gateway.library.Channels;
import org.lectern.gateway.library.FileLibrary;
import org.lectern.gateway.library.GivenPlayers;
import org.lectern.gateway.library.MediaLinks;
import org.lectern.gateway.library.Shelves;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.library.VideoCards;
import org.lectern.gateway.library.WatchedSoFar;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.SessionToken;
import org.lectern.lti.practice.HandWoundClock;

class SessionJsonTest {

    private static final WatchedSoFar.Progress HALF = new WatchedSoFar.Progress(
            Optional.of(new BigDecimal("60")),
            List.of(new WatchedSoFar.Part(BigDecimal.ZERO, new BigDecimal("60"))),
            new BigDecimal("0.5"));

    private final SecureRandom random = new SecureRandom();
    private final MediaLinks links =
            new MediaLinks(MasterKey.random(random), Duration.ofHours(1), HandWoundClock.started());
    private final FileLibrary library = new FileLibrary(new BaseUrl(URI.create("https://video.example.edu")), links);
    private final LearnerSession sam = GivenSession.ofSam();

    @Test
    void aLiveStreamIsNeitherResumedNorMeasured() {
        Tenant acme = GivenTenants.acme(live("talk"), GivenTenants.remote("intro", "Introduction"));

        JsonObject talk = player(acme, "talk");
        JsonObject intro = player(acme, "intro");
        JsonObject gallery = json().gallery(acme, sam, SessionToken.fresh(random));

        assertThat(talk.getJsonObject("media").getBoolean("live")).isTrue();
        assertThat(talk.getJsonObject("playback")).doesNotContainKeys("resumeAt", "watched");
        assertThat(intro.getJsonObject("media")).doesNotContainKey("live");
        assertThat(intro.getJsonObject("playback")).containsKeys("resumeAt", "watched");
        assertThat(gallery.getJsonArray("items").getJsonObject(0)).doesNotContainKey("watched");
        assertThat(gallery.getJsonArray("items").getJsonObject(1)).containsKey("watched");
    }

    @ParameterizedTest
    @CsvSource({"PT2S, 2", "PT2.5S, 2.5", "PT10M, 10"})
    void thePageSaysWhereItIsAsOftenAsProgressIsWanted(Duration every, String seconds) {
        assertThat(heartbeat(new ProgressPolicy.Interval(every), GivenTenants.remote("intro", "Introduction")))
                .isEqualByComparingTo(seconds);
    }

    @Test
    void aHundredthOfAnUnknownLengthIsTakenForTheUsual() {
        ProgressPolicy percent = new ProgressPolicy.EveryPercent(VideoEnd.ALL);

        assertThat(heartbeat(percent, GivenTenants.remote("intro", "Introduction")))
                .isEqualByComparingTo("1.243");
        assertThat(heartbeat(percent, live("intro"))).isEqualByComparingTo("10");
        assertThat(heartbeat(new ProgressPolicy.Milestones(), live("intro"))).isEqualByComparingTo("10");
    }

    private BigDecimal heartbeat(ProgressPolicy progress, MediaEntry media) {
        Tenant acme = GivenTenants.acme(media);
        Tenant reporting = new Tenant(
                acme.id(),
                acme.name(),
                acme.platforms(),
                acme.destinations(),
                acme.media(),
                progress,
                acme.completionThreshold(),
                acme.actor(),
                acme.retention(),
                acme.adapterSettings());
        return player(reporting, "intro")
                .getJsonObject("report")
                .getJsonNumber("heartbeatSeconds")
                .bigDecimalValue();
    }

    private JsonObject player(Tenant tenant, String media) {
        Video video = library.find(tenant, media).orElseThrow();
        return json().player(tenant, sam, SessionToken.fresh(random), video);
    }

    private SessionJson json() {
        WatchedSoFar watched = session -> Map.of("talk", HALF, "intro", HALF);
        Jdbi jdbi = TestDatabase.jdbi();
        Channels channels = new Channels(jdbi, random);
        VideoCards cards = new VideoCards(new Shelves(library, channels, jdbi), channels, watched, links);
        return new SessionJson(
                library, links, watched, cards, new PlayerParts(List.of()), GivenPlayers.PUBLIC, session -> false);
    }

    private static MediaEntry live(String id) {
        return GivenTenants.live(id, "Talk");
    }
}
