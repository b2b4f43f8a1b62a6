package org.lectern.playground.lms;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lectern.playground.institution.Platform;
import org.lectern.playground.web.Answer;
import org.lectern.playground.web.Handler;
import org.lectern.playground.web.Page;
import org.lectern.playground.web.Request;
import org.lectern.playground.web.Scripted;

/** All practice platforms of one server, told apart by the first path segment. */
public final class PracticeLms implements Handler {
    private final Map<String, PracticePlatform> byPath = new LinkedHashMap<>();
    private final String lrsUrl;

    /** Tool and lrsUrl are the base addresses of the gateway and the practice LRSs, without a slash at the end. */
    public PracticeLms(List<Platform> platforms, String tool, String lrsUrl, Clock clock, SecureRandom random) {
        this.lrsUrl = lrsUrl;
        platforms.forEach(
                platform -> byPath.put(platform.path(), new PracticePlatform(platform, tool, lrsUrl, clock, random)));
    }

    @Override
    public Answer handle(Request request) {
        List<String> path = request.path();
        if (path.isEmpty()) {
            return Answer.html(
                    200,
                    LmsPages.home(
                            byPath.values().stream()
                                    .map(PracticePlatform::platform)
                                    .toList(),
                            lrsUrl));
        }
        if (path.equals(List.of("playground.css"))) {
            return Page.styles();
        }
        if (path.equals(List.of("lms.js"))) {
            return Scripted.script("lms.js");
        }
        PracticePlatform platform = byPath.get(path.get(0));
        return platform == null
                ? Answer.text(404, "There is no practice institution of that name.")
                : platform.handle(request, path.subList(1, path.size()));
    }
}
