package org.lectern.playground.caliper;

import java.util.List;
import org.lectern.playground.institution.LrsAccount;
import org.lectern.playground.web.Page;

/** The page that shows events as they come; {@code caliper.js} fills and refreshes it. */
final class EventsPage {
    private EventsPage() {}

    static String of(LrsAccount account) {
        String header = """
                <nav aria-label="Where you are"><a href="/">Practice LRSs</a> <span aria-hidden="true">›</span>
                <strong>%s: Caliper</strong></nav>""".formatted(Page.escape(account.name()));
        return Page.of(account.name() + ": practice Caliper endpoint", header, Page.bundled("caliper.html"));
    }

    static String cards(List<PracticeEndpoint> all) {
        StringBuilder cards = new StringBuilder();
        for (PracticeEndpoint endpoint : all) {
            String path = Page.escape(endpoint.account().path());
            cards.append("""
                    <li><a class="card" href="/%s/caliper/live"><strong>%s</strong>
                    <span class="soft">%d events so far</span>
                    <code>/%s/caliper</code></a></li>
                    """.formatted(path, Page.escape(endpoint.account().name()), endpoint.total(), path));
        }
        return """
                <h2>Practice Caliper endpoints</h2>
                <p>Caliper 1.2 events, beside what the LRS gets.</p>
                <ul class="cards">%s</ul>""".formatted(cards);
    }
}
