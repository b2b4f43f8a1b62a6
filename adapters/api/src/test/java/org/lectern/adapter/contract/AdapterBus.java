package org.lectern.adapter.contract;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lectern.adapter.JsonEvent;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.xapi.Statement;

/**
 * A CDI container with every adapter on the class path that has a {@code META-INF/beans.xml}, found and called just as in
 * the gateway. Ids are counted instead of drawn. For one thread; close it.
 */
public final class AdapterBus implements AutoCloseable {

    private final SeContainer container;

    private AdapterBus(SeContainer container) {
        this.container = container;
    }

    /** Opens a bus. */
    public static AdapterBus open() {
        return open(AdapterBus.class.getClassLoader());
    }

    /** Opens a bus for the adapters that {@code plugins} sees. */
    public static AdapterBus open(ClassLoader plugins) {
        return new AdapterBus(SeContainerInitializer.newInstance()
                .setClassLoader(plugins)
                .addBeanClasses(KeptStatements.class, CountedIds.class)
                .initialize());
    }

    /** Fires the action for one vocabulary and gives what adapters put, in their order. */
    public List<Statement> tell(String vocabulary, LearnerAction action) {
        return fire(vocabulary, action).statements();
    }

    /** As {@link #tell}, for adapters that write in another standard than xAPI. */
    public List<JsonEvent> tellEvents(String vocabulary, LearnerAction action) {
        return fire(vocabulary, action).events();
    }

    private KeptStatements.Kept fire(String vocabulary, LearnerAction action) {
        KeptStatements kept = container.select(KeptStatements.class).get();
        kept.begin(action);
        container
                .getBeanManager()
                .getEvent()
                .select(LearnerAction.class, new Vocabulary.Named(vocabulary))
                .fire(action);
        return kept.end();
    }

    @Override
    public void close() {
        container.close();
    }

    /** The sink's twin in memory. */
    @ApplicationScoped
    public static class KeptStatements implements StatementSink {

        private final List<Statement> statements = new ArrayList<>();
        private final List<JsonEvent> events = new ArrayList<>();
        private LearnerAction current;

        record Kept(List<Statement> statements, List<JsonEvent> events) {}

        void begin(LearnerAction action) {
            statements.clear();
            events.clear();
            current = action;
        }

        Kept end() {
            current = null;
            return new Kept(List.copyOf(statements), List.copyOf(events));
        }

        @Override
        public void put(LearnerAction cause, Statement statement) {
            refuseOthersThan(cause);
            statements.add(statement);
        }

        @Override
        public void put(LearnerAction cause, JsonEvent event) {
            refuseOthersThan(cause);
            events.add(event);
        }

        private void refuseOthersThan(LearnerAction cause) {
            if (cause != current) {
                throw new IllegalStateException("put outside the observer of " + cause);
            }
        }
    }

    /** Version 4 UUIDs that count up. */
    @ApplicationScoped
    @Alternative
    @Priority(1)
    public static class CountedIds implements StatementIds {

        private static final long VERSION_4 = 0x4000L;
        private static final long VARIANT = 0x8000_0000_0000_0000L;

        private long count;

        @Override
        public UUID next() {
            count++;
            return new UUID(VERSION_4, VARIANT | count);
        }
    }
}
