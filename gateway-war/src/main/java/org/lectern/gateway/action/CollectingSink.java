package org.lectern.gateway.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.lectern.adapter.JsonEvent;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.xapi.Statement;

/**
 * The sink that adapters get. Open on a thread only while the bus fires an action there, and only for that action; so an
 * adapter cannot slip in a statement that no transaction covers.
 */
@ApplicationScoped
public class CollectingSink implements StatementSink {

    private final ThreadLocal<Collection> current = new ThreadLocal<>();

    private record Collection(LearnerAction action, List<Telling> told) {}

    @Override
    public void put(LearnerAction cause, Statement statement) {
        Collection open = open(cause);
        if (statement == null) {
            throw new IllegalArgumentException("no statement");
        }
        open.told().add(Telling.of(statement));
    }

    @Override
    public void put(LearnerAction cause, JsonEvent event) {
        Collection open = open(cause);
        if (event == null) {
            throw new IllegalArgumentException("no event");
        }
        open.told().add(Telling.of(event));
    }

    private Collection open(LearnerAction cause) {
        Collection collection = current.get();
        if (collection == null || collection.action() != cause) {
            throw new IllegalStateException(
                    "a statement can be put only inside the observer of its learner action, on the observer's thread");
        }
        return collection;
    }

    /** What adapters put while {@code firing} runs. */
    public List<Telling> collect(LearnerAction action, Runnable firing) {
        Collection outer = current.get();
        List<Telling> told = new ArrayList<>(2);
        current.set(new Collection(action, told));
        try {
            firing.run();
            return told;
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }
}
