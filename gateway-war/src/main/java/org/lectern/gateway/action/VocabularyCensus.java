package org.lectern.gateway.action;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lectern.adapter.Vocabulary;

/** Counts, while the container starts, the vocabularies that some adapter observes. Complete before any bean is used. */
public class VocabularyCensus implements Extension {

    private final SortedSet<String> observed = new TreeSet<>();

    void note(@Observes ProcessObserverMethod<?, ?> found) {
        found.getObserverMethod().getObservedQualifiers().stream()
                .filter(Vocabulary.class::isInstance)
                .map(Vocabulary.class::cast)
                .forEach(vocabulary -> observed.add(vocabulary.value()));
    }

    /** Names of the vocabularies that an adapter is there for. */
    public Set<String> knownVocabularies() {
        return Set.copyOf(observed);
    }
}
