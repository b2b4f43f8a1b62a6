package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lectern.config.tenant.TenantId;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.grade.ActivityProgress;
import org.lectern.lti.grade.GradeScopes;
import org.lectern.lti.grade.Gradebook;
import org.lectern.lti.grade.LineItem;
import org.lectern.lti.grade.Result;
import org.lectern.lti.grade.Score;
import org.lectern.lti.grade.ScoreAnswer;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * Tries a platform's gradebook out, as the certification of tools asks (research D4): a token, a column, a score, the result read
 * back, and everything that was made is deleted again. Never throws for what the platform does; each step says how it went.
 */
@ApplicationScoped
public class GradebookTrial {

    private static final BigDecimal MAXIMUM = BigDecimal.TEN;
    private static final BigDecimal GIVEN = BigDecimal.valueOf(5);

    private final Gradebooks gradebooks;
    private final LinkTable links;
    private final LearnerTable learners;
    private final Clock clock;

    @Inject
    public GradebookTrial(Gradebooks gradebooks, LinkTable links, LearnerTable learners, Clock clock) {
        this.gradebooks = gradebooks;
        this.links = links;
        this.learners = learners;
        this.clock = clock;
    }

    protected GradebookTrial() { // CDI proxy
        this(null, null, null, null);
    }

    /**
     * One step.
     *
     * @param name what was tried
     * @param good whether it worked
     * @param words what came of it, and what helps if it did not
     */
    public record Step(String name, boolean good, String words) {}

    /**
     * Where to try it.
     *
     * @param link the link whose launch is meant; the last one launched when absent
     * @param user what the platform calls the learner to be graded; the last one seen at a graded link when absent
     */
    public record Place(TenantId tenant, String platform, Optional<String> link, Optional<String> user) {}

    /** Does it, step by step, and stops at the first that does not work; what was made is deleted in any case. */
    public List<Step> run(Place place) {
        Report report = new Report();
        Optional<PlatformRegistration> registration = report.needed(
                "registration",
                gradebooks.registration(place.tenant(), place.platform()),
                found -> "client " + found.clientId() + " at " + found.issuer(),
                "This institution has no platform of that name.");
        Optional<Link> link = registration.flatMap(
                found -> report.needed(
                        "launch",
                        link(place),
                        GradebookTrial::granted,
                        "No launch has named a gradebook yet. Open a link in the platform, and switch grade services on there."));
        Optional<String> user = link.flatMap(found -> report.needed(
                "learner",
                place.user().or(() -> learners.lastSubject(place.tenant(), place.platform())),
                name -> "a learner is known",
                "No learner has opened a graded link yet. Open one as a student, or name one with --user."));
        if (user.isPresent()) {
            Gradebook gradebook = gradebooks.of(registration.get(), link.get().scopes());
            link.get().lineItems().ifPresent(items -> columns(report, gradebook, items, user.get()));
        }
        return report.steps();
    }

    private void columns(Report report, Gradebook gradebook, URI items, String user) {
        boolean reads = report.tried(
                        "token and line items",
                        () -> gradebook.find(items, Gradebook.Filter.ALL),
                        found -> "a token was granted; this tool sees " + found.size() + " columns")
                .isPresent();
        if (!reads) {
            return;
        }
        LineItem wanted = LineItem.of("Lectern self-test", MAXIMUM).tagged("lectern-self-test");
        Optional<URI> made = report.tried(
                        "create line item",
                        () -> gradebook.create(items, wanted),
                        item -> "a column 'Lectern self-test' out of 10")
                .flatMap(LineItem::id);
        made.ifPresent(item -> {
            try {
                score(report, gradebook, item, user);
            } finally {
                report.tried(
                        "delete line item",
                        () -> {
                            gradebook.delete(item);
                            return item;
                        },
                        gone -> "the column is deleted again");
            }
        });
    }

    private void score(Report report, Gradebook gradebook, URI item, String user) {
        Score score = Score.graded(user, new Score.Points(GIVEN, MAXIMUM), ActivityProgress.COMPLETED, clock.instant());
        boolean taken = report.tried(
                        "post score", () -> taken(gradebook.post(item, score)), answer -> "5 of 10 was taken")
                .isPresent();
        if (taken) {
            report.tried(
                    "read results",
                    () -> shown(gradebook.results(item, Optional.of(user))),
                    shown -> "the gradebook shows " + shown.stripTrailingZeros().toPlainString());
        }
    }

    private static ScoreAnswer taken(ScoreAnswer answer) {
        if (answer == ScoreAnswer.NOT_GRADABLE) {
            throw new NotAsExpected(
                    "The platform gives this person no grades; name a student of the course with --user.");
        } else if (answer != ScoreAnswer.TAKEN) {
            throw new NotAsExpected("The platform did not take it: " + answer + ".");
        }
        return answer;
    }

    private static BigDecimal shown(List<Result> results) {
        return results.stream()
                .flatMap(result -> result.score().stream())
                .findFirst()
                .orElseThrow(() -> new NotAsExpected("The gradebook does not show the score that it took."));
    }

    private Optional<Link> link(Place place) {
        return place.link()
                .map(name -> links.find(new Link.Key(place.tenant(), place.platform(), name)))
                .orElseGet(() -> links.last(place.tenant(), place.platform()))
                .filter(link -> link.lineItems().isPresent());
    }

    private static String granted(Link link) {
        return "link '" + link.key().link() + "' grants "
                + String.join(
                        ", ",
                        new TreeSet<>(link.scopes().stream()
                                .map(scope -> scope.substring(scope.lastIndexOf('/') + 1))
                                .toList()))
                + (link.scopes().contains(GradeScopes.SCORE) ? "" : " (no scores)");
    }

    /** It worked, and yet not. */
    private static final class NotAsExpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAsExpected(String words) {
            super(words);
        }
    }

    /** The steps so far. For one thread. */
    private static final class Report {
        private final List<Step> steps = new ArrayList<>();

        List<Step> steps() {
            return List.copyOf(steps);
        }

        <T> Optional<T> needed(String name, Optional<T> thing, Function<T, String> good, String bad) {
            steps.add(
                    thing.map(found -> new Step(name, true, good.apply(found))).orElse(new Step(name, false, bad)));
            return thing;
        }

        <T> Optional<T> tried(String name, Supplier<T> call, Function<T, String> good) {
            try {
                T result = call.get();
                steps.add(new Step(name, true, good.apply(result)));
                return Optional.of(result);
            } catch (ServiceFailed failed) {
                steps.add(new Step(
                        name,
                        false,
                        failed.fault().sentence() + " " + failed.fault().remedy() + " (" + failed.getMessage() + ")"));
            } catch (NotAsExpected other) {
                steps.add(new Step(name, false, other.getMessage()));
            }
            return Optional.empty();
        }
    }
}
