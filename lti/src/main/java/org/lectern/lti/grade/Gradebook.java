package org.lectern.lti.grade;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lectern.lti.access.NextPage;
import org.lectern.lti.access.PlatformServices;
import org.lectern.lti.access.ServiceAnswer;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.access.ServiceFault;
import org.lectern.lti.access.ServiceRequest;
import org.lectern.lti.registration.PlatformRegistration;

/**
 * One registration's gradebook, as far as a launch gave access to it (AGS 2.0 §3). Calls ask for the smallest scope that was
 * granted and serves. Thread-safe; blocks its callers. All calls throw {@link ServiceFailed}.
 */
public final class Gradebook {
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";
    private static final int MOST_PAGES = 50;
    private static final int MOST_ROWS = 20_000;

    private final PlatformServices services;
    private final Clock clock;
    private final PlatformRegistration registration;
    private final Set<String> granted;
    private final Duration within;

    /**
     * @param granted the scopes of the launch's AGS claim
     * @param within time for each request
     */
    public Gradebook(
            PlatformServices services,
            Clock clock,
            PlatformRegistration registration,
            Set<String> granted,
            Duration within) {
        this.services = services;
        this.clock = clock;
        this.registration = registration;
        this.granted = Set.copyOf(granted);
        this.within = within;
    }

    /** Which line items to find: those that have every value that is given. */
    public record Filter(Optional<String> resourceLinkId, Optional<String> resourceId, Optional<String> tag) {

        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

        public static Filter link(String resourceLinkId) {
            return new Filter(Optional.of(resourceLinkId), Optional.empty(), Optional.empty());
        }

        public static Filter resource(String resourceId) {
            return new Filter(Optional.empty(), Optional.of(resourceId), Optional.empty());
        }

        private URI on(URI items) {
            URI address = items;
            for (Map.Entry<String, Optional<String>> one : List.of(
                    Map.entry("resource_link_id", resourceLinkId),
                    Map.entry("resource_id", resourceId),
                    Map.entry("tag", tag))) {
                if (one.getValue().isPresent()) {
                    address = GradeAddresses.with(
                            address, one.getKey(), one.getValue().get());
                }
            }
            return address;
        }

        // Some platforms answer a filter they do not know with everything.
        private boolean fits(LineItem item) {
            return resourceLinkId.map(item.resourceLinkId().orElse("")::equals).orElse(true)
                    && resourceId.map(item.resourceId().orElse("")::equals).orElse(true)
                    && tag.map(item.tag().orElse("")::equals).orElse(true);
        }
    }

    /** The line items of a course that the tool may see, over all pages. */
    public List<LineItem> find(URI lineItems, Filter filter) {
        return pages(
                        filter.on(lineItems),
                        ITEMS,
                        smallest(GradeScopes.LINE_ITEM_READ, GradeScopes.LINE_ITEM),
                        GradeJson::lineItems)
                .stream()
                .filter(filter::fits)
                .toList();
    }

    /** Makes a line item; as the platform made it, with its address. Not every platform keeps every value. */
    public LineItem create(URI lineItems, LineItem item) {
        ServiceRequest request = ServiceRequest.post(lineItems, ITEM, utf8(GradeJson.written(item)))
                .with("Accept", ITEM);
        return GradeJson.lineItem(good(call(Set.of(GradeScopes.LINE_ITEM), request)));
    }

    /** Deletes a line item and its grades; one that is gone already is no failure. */
    public void delete(URI lineItem) {
        ServiceAnswer answer = call(Set.of(GradeScopes.LINE_ITEM), ServiceRequest.delete(lineItem));
        if (answer.status() != 404 && answer.status() != 410) {
            good(answer);
        }
    }

    /** Sends a score. */
    public ScoreAnswer post(URI lineItem, Score score) {
        // Without Accept: the answer's body is not read, and platforms differ in what they would have.
        ServiceAnswer answer = call(
                Set.of(GradeScopes.SCORE),
                ServiceRequest.post(GradeAddresses.below(lineItem, "scores"), SCORE, utf8(GradeJson.written(score))));
        return switch (answer.status()) {
            case 409 -> ScoreAnswer.ALREADY_THERE;
            case 400, 422 -> ScoreAnswer.NOT_GRADABLE;
            case 404, 410 -> ScoreAnswer.LINE_ITEM_GONE;
            default -> {
                good(answer);
                yield ScoreAnswer.TAKEN;
            }
        };
    }

    /** What the gradebook shows, for one learner or for all, over all pages. */
    public List<Result> results(URI lineItem, Optional<String> userId) {
        URI all = GradeAddresses.below(lineItem, "results");
        URI address =
                userId.map(user -> GradeAddresses.with(all, "user_id", user)).orElse(all);
        return pages(address, RESULTS, Set.of(GradeScopes.RESULT_READ), GradeJson::results).stream()
                .filter(result -> userId.map(result.userId()::equals).orElse(true))
                .toList();
    }

    private <T> List<T> pages(URI first, String type, Set<String> scopes, Function<ServiceAnswer, List<T>> reading) {
        List<T> rows = new ArrayList<>();
        Set<URI> seen = new LinkedHashSet<>();
        Optional<URI> page = Optional.of(first);
        while (page.isPresent() && seen.add(page.get())) {
            URI address = page.get();
            ServiceAnswer answer = good(call(scopes, ServiceRequest.get(address, type)));
            rows.addAll(reading.apply(answer));
            if (seen.size() > MOST_PAGES || rows.size() > MOST_ROWS) {
                throw new ServiceFailed(ServiceFault.SERVICE_UNUSABLE, "a list without end");
            }
            page = NextPage.after(answer, address);
        }
        return rows;
    }

    private Set<String> smallest(String reading, String whole) {
        return Set.of(granted.contains(reading) || !granted.contains(whole) ? reading : whole);
    }

    private ServiceAnswer call(Set<String> scopes, ServiceRequest request) {
        return services.call(registration, scopes, request.within(within));
    }

    private ServiceAnswer good(ServiceAnswer answer) {
        if (!answer.good()) {
            throw ServiceFailed.of(answer, clock);
        }
        return answer;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
