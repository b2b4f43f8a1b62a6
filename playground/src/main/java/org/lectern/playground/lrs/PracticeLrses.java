package org.lectern.playground.lrs;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lectern.playground.institution.LrsAccount;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Handler;
import org.lectern.playground.web.Page;
import org.lectern.playground.web.Request;

/** All practice LRSs of one server, told apart by the first path segment. */
public final class PracticeLrses implements Handler {
    private final Map<String, PracticeLrs> byPath = new LinkedHashMap<>();
    private final Supplier<String> beside;

    /** They share the given bytes of memory evenly. */
    public PracticeLrses(List<LrsAccount> accounts, Clock clock, long mostBytes) {
        this(accounts, clock, mostBytes, () -> "");
    }

    /** With HTML that the first page shows below them. */
    public PracticeLrses(List<LrsAccount> accounts, Clock clock, long mostBytes, Supplier<String> beside) {
        this.beside = beside;
        long share = mostBytes / Math.max(1, accounts.size());
        accounts.forEach(account -> byPath.put(account.path(), new PracticeLrs(account, clock, share)));
    }

    @Override
    public Answer handle(Request request) {
        List<String> path = request.path();
        if (path.isEmpty()) {
            return Answer.html(200, LivePage.index(List.copyOf(byPath.values()), beside.get()));
        }
        if (path.equals(List.of("playground.css"))) {
            return Page.styles();
        }
        if (path.equals(List.of("live.js"))) {
            return Answer.of(200, "text/javascript; charset=utf-8", Page.bundled("live.js"));
        }
        PracticeLrs lrs = byPath.get(path.get(0));
        return lrs == null
                ? Answer.text(404, "There is no practice LRS of that name.")
                : lrs.handle(request, path.subList(1, path.size()));
    }
}
