package org.lectern.gateway.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.deeplink.DeepLinkingResponse;
import org.lectern.lti.deeplink.DeepLinkingSettings;
import org.lectern.lti.keys.Signer;

/** Answers a platform's request once: checked, signed and marked as answered in one transaction. Safe for any thread. */
@ApplicationScoped
public class Answering {

    private static final System.Logger LOG = System.getLogger(Answering.class.getName());

    private final Jdbi jdbi;
    private final DeepLinkRequests requests;
    private final LinkItems items;
    private final Parties parties;
    private final Signer signer;
    private final Clock clock;
    private final SecureRandom random;

    @Inject
    public Answering(
            Jdbi jdbi,
            DeepLinkRequests requests,
            LinkItems items,
            Parties parties,
            Signer signer,
            Clock clock,
            SecureRandom random) {
        this.jdbi = jdbi;
        this.requests = requests;
        this.items = items;
        this.parties = parties;
        this.signer = signer;
        this.clock = clock;
        this.random = random;
    }

    protected Answering() { // CDI proxy
        this(null, null, null, null, null, null, null);
    }

    /** What the browser posts, and where. */
    record Answer(URI returnUrl, String jwt) {}

    /**
     * The answer that makes the choice the course's.
     *
     * @throws Problem 403, 404, 409, 410 or 422, named; then the request is as open as it was before
     */
    Answer answer(LearnerSession session, Choice choice) {
        Answer answer = jdbi.inTransaction(transaction -> answer(transaction, session, choice));
        LOG.log(
                System.Logger.Level.INFO,
                () -> "deep link answered tenant=" + session.tenant() + " platform=" + session.platform() + " session="
                        + session.id() + " items=" + choice.picks().size());
        return answer;
    }

    private Answer answer(Handle transaction, LearnerSession session, Choice choice) {
        DeepLinkRequest request = requests.locked(transaction, session.id())
                .orElseThrow(() -> new Problem(
                        404, "deep_link.unknown", "No course asked this session for videos. Open the page again."));
        DeepLinkingSettings settings = open(session, request, choice);
        DeepLinkingResponse response = DeepLinkingResponse.of(
                parties.registration(session),
                request.deploymentId(),
                settings,
                items.of(parties.tenant(session), session, settings, choice.picks()));
        String jwt = choice.message().map(response::saying).orElse(response).signed(signer, clock.instant(), random);
        requests.answered(transaction, session.id());
        return new Answer(settings.returnUrl(), jwt);
    }

    private DeepLinkingSettings open(LearnerSession session, DeepLinkRequest request, Choice choice) {
        Standing standing = Standing.of(session, request, clock.instant());
        if (standing == Standing.ANSWERED) {
            throw new Problem(
                    409,
                    "deep_link.answered",
                    "This was answered before. Look in your course, and open it again there.");
        }
        if (standing == Standing.OVER) {
            throw new Problem(410, "deep_link.over", "The time to choose is over. Open it again from your course.");
        }
        if (standing == Standing.LEARNER && !choice.picks().isEmpty()) {
            throw new Problem(403, "deep_link.not_teaching", "Only people who teach the course add videos to it.");
        }
        return request.settings().orElseThrow();
    }
}
