package org.lectern.gateway.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
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

    private record Collection(LearnerAction action, List<Statement> statements) {}

    @Override
    public void put(LearnerAction cause, Statement statement) {
        Collection collection = current.get();
        if (collection == null || collection.action() != cause) {
            throw new IllegalStateException(
                    "a statement can be put only inside the observer of its learner action, on the observer's thread");
        }
        if (statement == null) {
            throw new IllegalArgumentException("no statement");
        }
        collection.statements().add(statement);
    }

    /** What adapters put while {@code firing} runs. */
    public List<Statement> collect(LearnerAction action, Runnable firing) {
        Collection outer = current.get();
        List<Statement> statements = new ArrayList<>(2);
        current.set(new Collection(action, statements));
        try {
            firing.run();
            return statements;
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
        }
    }
}
