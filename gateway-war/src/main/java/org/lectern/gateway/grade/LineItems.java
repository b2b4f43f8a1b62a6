package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.grade.Gradebook;
import org.lectern.lti.grade.LineItem;

/** Columns for links that want grades where the platform named none. Safe for any thread. */
@ApplicationScoped
public class LineItems {

    private static final Logger LOG = System.getLogger(LineItems.class.getName());
    private static final String TAG = "lectern";

    private final LinkTable links;

    @Inject
    public LineItems(LinkTable links) {
        this.links = links;
    }

    protected LineItems() { // CDI proxy
        this(null);
    }

    /**
     * The link's column: one that is there already, other than the one known so far, else a new one. Remembered for the link.
     *
     * @return nothing if we may not make any
     * @throws ServiceFailed when the platform does not let us
     */
    Optional<URI> make(Gradebook gradebook, Link link) {
        if (!link.mayMakeLineItem()) {
            return Optional.empty();
        }
        URI item = found(gradebook, link).orElseGet(() -> created(gradebook, link));
        links.made(link, item);
        LOG.log(
                Level.INFO,
                "line item for link tenant=" + link.key().tenant() + " platform="
                        + link.key().platform());
        return Optional.of(item);
    }

    // By our own name too: on Blackboard a column cannot be given to a link.
    private static Optional<URI> found(Gradebook gradebook, Link link) {
        URI all = link.lineItems().orElseThrow();
        return first(gradebook.find(all, Gradebook.Filter.link(link.key().link())), link)
                .or(() -> first(gradebook.find(all, Gradebook.Filter.resource(resource(link))), link));
    }

    private static Optional<URI> first(List<LineItem> items, Link link) {
        return items.stream()
                .flatMap(item -> item.id().stream())
                .filter(id -> !link.lineItem().equals(Optional.of(id)))
                .findFirst();
    }

    private static URI created(Gradebook gradebook, Link link) {
        LineItem wanted = LineItem.of(link.title(), BigDecimal.valueOf(ScoreRule.MAXIMUM))
                .forResource(resource(link))
                .tagged(TAG);
        return gradebook
                .create(
                        link.lineItems().orElseThrow(),
                        wanted.forLink(link.key().link()))
                .id()
                .orElseThrow();
    }

    private static String resource(Link link) {
        return "lectern-" + link.key().link();
    }
}
