package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.action.Category;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.MediaEntry;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.practice.HandWoundClock;

class FileLibraryTest {

    private final Tenant acme = GivenTenants.acme(GivenTenants.remote("intro", "Introduction"));
    private final FileLibrary library = new FileLibrary(
            new BaseUrl(URI.create("https://video.example.edu")),
            new MediaLinks(MasterKey.random(new SecureRandom()), Duration.ofHours(1), HandWoundClock.started()));

    @Test
    void namesTheSiteTheEntryAndTheExtensions() {
        assertThat(library.site(acme).home()).hasToString("https://video.example.edu/acme");
        assertThat(library.site(acme).extensions()).isEqualTo("https://video.example.edu/xapi/ext/");
        assertThat(library.entry(acme, library.find(acme, "intro").orElseThrow())
                        .id())
                .hasToString("https://video.example.edu/acme/media/t/intro");
    }

    @Test
    void saysOfAnEntryThatItIsLive() {
        Tenant live = GivenTenants.acme(
                GivenTenants.remote("intro", "Introduction"),
                new MediaEntry(
                        "talk",
                        "Talk",
                        Optional.of(URI.create("https://cdn.example.net/talk.m3u8")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Map.of()));

        assertThat(library.entry(live, library.find(live, "talk").orElseThrow()).live())
                .isTrue();
        assertThat(library.entry(live, library.find(live, "intro").orElseThrow())
                        .live())
                .isFalse();
    }

    @Test
    void numbersACourseForEver() {
        LearnerSession sam = GivenSession.ofSam();
        Category gallery = library.gallery(acme, sam).orElseThrow();
        // A constant: were it to change, the LRSs would know every course twice.
        assertThat(gallery.id())
                .hasToString("https://video.example.edu/acme/default/channels/view/channelid/1663276392741955");
        assertThat(gallery.title()).isEqualTo("Biology 101");
    }

    @Test
    void findsNoEntryOfAnotherInstitution() {
        Tenant umbrella = GivenTenants.tenant("umbrella", "deployment-2", ActorPolicy.PSEUDONYM);
        assertThat(library.find(umbrella, "intro")).isEmpty();
    }

    @Test
    void hasNoGalleryWithoutACourse() {
        LearnerSession sam = GivenSession.ofSam();
        LearnerSession alone = new LearnerSession(
                sam.id(),
                sam.tenant(),
                sam.platform(),
                sam.learnerKey(),
                sam.actor(),
                sam.role(),
                Optional.empty(),
                sam.linkId(),
                sam.media(),
                sam.language(),
                sam.expires(),
                sam.factsUntil());
        assertThat(library.gallery(acme, alone)).isEmpty();
    }
}
