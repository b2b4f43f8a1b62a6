package org.lectern.gateway.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.lectern.gateway.library.CoursePeople;
import org.lectern.gateway.session.LearnerSession;

/** Names as the roster of the course has them. Safe for any thread. */
@ApplicationScoped
public class RosterNames implements CoursePeople {

    private final CourseRosters rosters;

    @Inject
    public RosterNames(CourseRosters rosters) {
        this.rosters = rosters;
    }

    protected RosterNames() { // CDI proxy
        this(null);
    }

    @Override
    public Map<String, String> names(LearnerSession session) {
        Map<String, String> names = new HashMap<>();
        rosters.of(session).people().forEach((key, person) -> person.name().ifPresent(name -> names.put(key, name)));
        return names;
    }
}
