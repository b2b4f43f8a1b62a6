package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.Parcel;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.grade.ActivityProgress;
import org.lectern.lti.grade.Gradebook;
import org.lectern.lti.grade.Score;
import org.lectern.lti.grade.ScoreAnswer;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * One score at a time to its gradebook, and what the answer means. Sent is what lies in the outbox, to the line item that the link
 * has now; what a later score has overtaken is not sent. The hard end of each request is the HTTP client's own; {@code @Timeout}
 * is the belt around all that one score may need: a token, looking for a line item, making it, and the score. {@code @Bulkhead}
 * caps all tenants together. Safe for any thread.
 */
@ApplicationScoped
public class ScoreClient {

    private static final BigDecimal MAXIMUM = BigDecimal.valueOf(ScoreRule.MAXIMUM);
    private static final String CANVAS_SUBMISSION = "https://canvas.instructure.com/lti/submission";

    private final Gradebooks gradebooks;
    private final LinkTable links;
    private final LearnerTable learners;
    private final StandingTable standings;
    private final LineItems lineItems;

    @Inject
    public ScoreClient(
            Gradebooks gradebooks,
            LinkTable links,
            LearnerTable learners,
            StandingTable standings,
            LineItems lineItems) {
        this.gradebooks = gradebooks;
        this.links = links;
        this.learners = learners;
        this.standings = standings;
        this.lineItems = lineItems;
    }

    protected ScoreClient() { // CDI proxy
        this(null, null, null, null, null);
    }

    /** Sends the only score in a parcel. Never throws for anything that the platform or the network does. */
    @Timeout(value = 120, unit = ChronoUnit.SECONDS)
    @Bulkhead(64)
    public DeliveryOutcome post(TenantId tenant, String platform, PlatformRegistration registration, Parcel parcel) {
        return ScoreOrder.read(parcel.statements().alone().body())
                .map(order -> post(tenant, platform, registration, order))
                .orElseGet(() -> new DeliveryOutcome.Refused("this entry is not a score of ours"));
    }

    private DeliveryOutcome post(
            TenantId tenant, String platform, PlatformRegistration registration, ScoreOrder order) {
        Link.Key key = new Link.Key(tenant, platform, order.link());
        Optional<Standing> standing = standings.find(new StandingTable.Key(key, order.learner()));
        Optional<String> subject = learners.subject(new LearnerTable.Key(tenant, platform, order.learner()));
        Optional<Link> link = links.find(key);
        if (standing.isEmpty() || subject.isEmpty() || link.isEmpty()) {
            return new DeliveryOutcome.Declined("the learner or the link is not known any more");
        } else if (standing.get().stamp().isAfter(order.stamp())) {
            return new DeliveryOutcome.Superseded();
        }
        Gradebook gradebook = gradebooks.of(registration, link.get().scopes());
        try {
            return settled(
                    new StandingTable.Key(key, order.learner()),
                    order,
                    sent(gradebook, link.get(), score(link.get(), subject.get(), order)));
        } catch (ServiceFailed failed) {
            return ServiceOutcome.of(failed);
        }
    }

    private ScoreAnswer sent(Gradebook gradebook, Link link, Score score) {
        Optional<URI> item = link.lineItem().or(() -> lineItems.make(gradebook, link));
        ScoreAnswer answer = item.map(there -> gradebook.post(there, score)).orElse(ScoreAnswer.LINE_ITEM_GONE);
        if (answer != ScoreAnswer.LINE_ITEM_GONE || link.lineItem().isEmpty()) {
            return answer;
        }
        // Somebody deleted the column. Once more with another, if we may make one; never in a circle.
        return lineItems
                .make(gradebook, link)
                .map(made -> gradebook.post(made, score))
                .orElse(answer);
    }

    private DeliveryOutcome settled(StandingTable.Key key, ScoreOrder order, ScoreAnswer answer) {
        if (answer == ScoreAnswer.LINE_ITEM_GONE) {
            return new DeliveryOutcome.Refused(
                    "the gradebook has no column for this link any more, and this tool may not"
                            + " make one; switch grading of the activity on again, open it once, and resend");
        } else if (answer == ScoreAnswer.NOT_GRADABLE) {
            standings.settle(key, order.stamp(), Standing.State.DECLINED);
            return new DeliveryOutcome.Declined("the platform gives this person no grades");
        }
        standings.settle(key, order.stamp(), Standing.State.DELIVERED);
        return new DeliveryOutcome.Delivered();
    }

    private static Score score(Link link, String subject, ScoreOrder order) {
        // Fully graded also while somebody is under way: Moodle and Blackboard erase the grade for anything else.
        Score score = Score.graded(
                subject,
                new Score.Points(BigDecimal.valueOf(order.given()), MAXIMUM),
                order.finished() ? ActivityProgress.COMPLETED : ActivityProgress.IN_PROGRESS,
                order.stamp());
        boolean canvas = link.family().filter("canvas"::equalsIgnoreCase).isPresent();
        // Canvas would count each score as another attempt of the learner's.
        return canvas ? score.with(CANVAS_SUBMISSION, Map.of("new_submission", false)) : score;
    }
}
