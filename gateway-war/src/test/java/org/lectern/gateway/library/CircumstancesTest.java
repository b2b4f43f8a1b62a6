package org.lectern.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Launch;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.tenant.ActorPolicy;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.GivenSession;
import org.lectern.gateway.session.GivenTenants;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.practice.HandWoundClock;

class CircumstancesTest {

    private final Tenant acme = GivenTenants.tenant("acme", "deployment-1", ActorPolicy.ACCOUNT);
    private final FileLibrary library = new FileLibrary(
            new BaseUrl(URI.create("https://video.example.edu")),
            new MediaLinks(MasterKey.random(new SecureRandom()), Duration.ofHours(1), HandWoundClock.started()));
    private final LearnerSession sam = GivenSession.ofSam();

    @Test
    void tellWhereTheLaunchCameFromAndAsWhatAndNotWhoCame() {
        ActionContext context = Circumstances.of(library, acme, sam);
        assertThat(context.launch())
                .contains(new Launch(
                        sam.id(),
                        Optional.of("https://lms.example.edu"),
                        Optional.of("course-1"),
                        Optional.of("link-1"),
                        List.of("Learner", "Learner#GuestLearner")));
        assertThat(context.launch().toString()).doesNotContain("student-1", "Sam", sam.learnerKey());
    }

    @Test
    void nameNoPlatformThatHasBeenTakenAway() {
        LearnerSession stranger = new LearnerSession(
                sam.id(),
                sam.tenant(),
                "gone",
                sam.learnerKey(),
                sam.actor(),
                sam.role(),
                sam.course(),
                sam.linkId(),
                sam.media(),
                sam.language(),
                sam.expires(),
                sam.factsUntil());
        assertThat(Circumstances.of(library, acme, stranger)
                        .launch()
                        .orElseThrow()
                        .issuer())
                .isEmpty();
    }
}
