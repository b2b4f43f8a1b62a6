package org.lectern.gateway.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObserverException;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Standard;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.outbox.OutboxEntry;

/**
 * Fires on the CDI bus. An adapter that throws loses nobody else's statements: what it put for the action is dropped, and the
 * action is kept as a failed telling under the number that the log names. What is told is written to bytes once, for all
 * destinations that get it; in which standard, only the adapter and the destination know.
 */
@ApplicationScoped
public class CdiActionBus implements ActionBus {

    private static final System.Logger LOG = System.getLogger(CdiActionBus.class.getName());

    private final BeanManager beans;
    private final CollectingSink sink;
    private final CommentTexts texts;
    private final FailedTellings failed;
    private final Tally tally;
    private final Map<Key, Event<Object>> events = new ConcurrentHashMap<>();

    private record Key(String vocabulary, Class<?> type) {}

    /** Counts tellings for the operator's metrics. */
    interface Tally {
        /** @param statements made of one action, before they are committed */
        void told(String tenant, String vocabulary, int statements);

        void failed(String tenant, String vocabulary);
    }

    /** Each counter is looked up once: finding it by its tags costs more than counting. */
    private record MeteredTally(MetricRegistry metrics, Map<Counted, Counter> counters) implements Tally {

        private record Counted(String name, String tenant, String vocabulary) {}

        @Override
        public void told(String tenant, String vocabulary, int statements) {
            count("lectern_statements", tenant, vocabulary).inc(statements);
        }

        @Override
        public void failed(String tenant, String vocabulary) {
            count("lectern_failed_tellings", tenant, vocabulary).inc();
        }

        private Counter count(String name, String tenant, String vocabulary) {
            return counters.computeIfAbsent(
                    new Counted(name, tenant, vocabulary),
                    key -> metrics.counter(name, new Tag("tenant", tenant), new Tag("vocabulary", vocabulary)));
        }
    }

    /** With {@code lectern_statements_total} and {@code lectern_failed_tellings_total} as the counts. */
    @Inject
    public CdiActionBus(
            BeanManager beans, CollectingSink sink, CommentTexts texts, FailedTellings failed, MetricRegistry metrics) {
        this(beans, sink, texts, failed, new MeteredTally(metrics, new ConcurrentHashMap<>()));
    }

    CdiActionBus(BeanManager beans, CollectingSink sink, CommentTexts texts, FailedTellings failed, Tally tally) {
        this.beans = beans;
        this.sink = sink;
        this.texts = texts;
        this.failed = failed;
        this.tally = tally;
    }

    protected CdiActionBus() { // CDI proxy
        this(null, null, null, null, (Tally) null);
    }

    @Override
    public List<OutboxEntry> tell(Tenant tenant, String actorKey, LearnerAction action) {
        List<OutboxEntry> entries = new ArrayList<>(4);
        LearnerAction tellable = texts.tellable(tenant.id(), action);
        for (Map.Entry<String, Standard> spoken : vocabularies(tenant).entrySet()) {
            for (Telling told : fire(tenant, spoken.getKey(), spoken.getValue(), tellable)) {
                for (Destination destination : tenant.destinations()) {
                    if (destination.vocabularies().contains(spoken.getKey())) {
                        entries.add(entry(tenant, destination, actorKey, told));
                    }
                }
            }
        }
        return entries;
    }

    private static OutboxEntry entry(Tenant tenant, Destination destination, String actorKey, Telling told) {
        int shard = Math.floorMod(actorKey.hashCode(), destination.shards());
        return new OutboxEntry(tenant.id(), destination.name(), shard, told.id(), actorKey, told.at(), told.body());
    }

    private List<Telling> fire(Tenant tenant, String vocabulary, Standard standard, LearnerAction action) {
        try {
            List<Telling> told =
                    sink.collect(action, () -> event(vocabulary, action).fire(action));
            told.forEach(one -> one.requireOf(standard, vocabulary));
            tally.told(tenant.id().value(), vocabulary, told.size());
            return told;
        } catch (RuntimeException | LinkageError e) { // a plug-in may lack classes that it was compiled against
            Throwable failure = e instanceof ObserverException && e.getCause() != null ? e.getCause() : e;
            UUID number = UUID.randomUUID();
            LOG.log(
                    System.Logger.Level.ERROR,
                    "telling failed tenant=" + tenant.id() + " vocabulary=" + vocabulary + " action="
                            + action.getClass().getSimpleName() + " number=" + number,
                    failure);
            tally.failed(tenant.id().value(), vocabulary);
            failed.keep(number, tenant.id(), vocabulary, action, failure);
            return List.of();
        }
    }

    /** Observers are found by the action's own class; finding them again for every action would cost more than telling it. */
    @SuppressWarnings("unchecked")
    private Event<Object> event(String vocabulary, LearnerAction action) {
        return events.computeIfAbsent(new Key(vocabulary, action.getClass()), key ->
                (Event<Object>) beans.getEvent().select(key.type(), new Vocabulary.Named(key.vocabulary())));
    }

    /** With the standard that each is written in: the start has seen to it that its destinations are of one kind. */
    private static Map<String, Standard> vocabularies(Tenant tenant) {
        if (tenant.destinations().size() == 1
                && tenant.destinations().get(0).vocabularies().size() == 1) {
            Destination only = tenant.destinations().get(0);
            return Map.of(only.vocabularies().iterator().next(), only.kind());
        }
        Map<String, Standard> spoken = new LinkedHashMap<>();
        for (Destination destination : tenant.destinations()) {
            destination.vocabularies().forEach(vocabulary -> spoken.putIfAbsent(vocabulary, destination.kind()));
        }
        return spoken;
    }
}
