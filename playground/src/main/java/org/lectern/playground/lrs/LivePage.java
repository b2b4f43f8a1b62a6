package org.lectern.playground.lrs;

import java.util.List;
import org.lectern.playground.institution.LrsAccount;
import org.lectern.playground.web.Page;

/** The page that shows statements as they come; {@code live.js} fills and refreshes it. */
final class LivePage {
    private LivePage() {}

    static String of(LrsAccount account) {
        String header = """
                <nav aria-label="Where you are"><a href="/">Practice LRSs</a> <span aria-hidden="true">›</span>
                <strong>%s</strong></nav>""".formatted(Page.escape(account.name()));
        return Page.of(account.name() + ": practice LRS", header, Page.bundled("live.html"));
    }

    /** The first page: one link per LRS, and what stands beside them. */
    static String index(List<PracticeLrs> all, String beside) {
        if (all.isEmpty()) {
            return Page.of(
                    "Practice LRSs",
                    "<strong>Practice LRSs</strong>",
                    "<h1>No institution here</h1>"
                            + "<p>No tenant of the configuration file has an LRS endpoint under this address.</p>");
        }
        StringBuilder cards = new StringBuilder();
        for (PracticeLrs lrs : all) {
            String path = Page.escape(lrs.account().path());
            cards.append("""
                    <li><a class="card" href="/%s/"><strong>%s</strong>
                    <span class="soft">%d statements so far</span>
                    <code>/%s/xapi/</code></a></li>
                    """.formatted(path, Page.escape(lrs.account().name()), lrs.total(), path));
        }
        String main = """
                <h1>Practice Learning Record Stores</h1>
                <p>One for each institution. Statements live in memory and are gone after a restart.</p>
                <ul class="cards">%s</ul>%s""".formatted(cards, beside);
        return Page.of("Practice LRSs", "<strong>Practice LRSs</strong>", main);
    }
}
