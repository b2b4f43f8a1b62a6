package org.lectern.playground.caliper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lectern.playground.institution.LrsAccount;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Handler;
import org.lectern.playground.web.Page;

/** All practice endpoints of one server, told apart by the first path segment. */
public final class PracticeEndpoints {
    private static final String SEGMENT = "caliper";

    private final Map<String, PracticeEndpoint> byPath = new LinkedHashMap<>();

    public PracticeEndpoints(List<LrsAccount> accounts) {
        accounts.forEach(account -> byPath.put(account.path(), new PracticeEndpoint(account)));
    }

    /** Answers what is an endpoint's; everything else, the other one does. */
    public Handler before(Handler other) {
        return request -> {
            List<String> path = request.path();
            if (path.equals(List.of("caliper.js"))) {
                return Answer.of(200, "text/javascript; charset=utf-8", Page.bundled("caliper.js"));
            }
            PracticeEndpoint endpoint = path.size() > 1 && path.get(1).equals(SEGMENT) ? byPath.get(path.get(0)) : null;
            return endpoint == null ? other.handle(request) : endpoint.handle(request, path.subList(2, path.size()));
        };
    }

    /** A link to each, for the first page; nothing if there are none. */
    public String cards() {
        return byPath.isEmpty() ? "" : EventsPage.cards(List.copyOf(byPath.values()));
    }
}
