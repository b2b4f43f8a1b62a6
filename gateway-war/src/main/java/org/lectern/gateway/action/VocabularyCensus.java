package org.lectern.gateway.action;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lectern.adapter.Standard;
import org.lectern.adapter.Vocabulary;

/**
 * Counts, while the container starts, the vocabularies that some adapter observes, with the standards they are written in. Complete
 * before any bean is used.
 */
public class VocabularyCensus implements Extension {

    private final Map<String, String> observed = new TreeMap<>();

    void note(@Observes ProcessObserverMethod<?, ?> found) {
        Standard named = found.getAnnotatedMethod().getDeclaringType().getAnnotation(Standard.class);
        String standard = named == null ? Standard.XAPI : named.value();
        found.getObserverMethod().getObservedQualifiers().stream()
                .filter(Vocabulary.class::isInstance)
                .map(Vocabulary.class::cast)
                .forEach(vocabulary -> observed.put(vocabulary.value(), standard));
    }

    /** Names of the vocabularies that an adapter is there for. */
    public Set<String> knownVocabularies() {
        return Set.copyOf(observed.keySet());
    }

    /** By vocabulary, the standard it is written in, sorted. */
    Map<String, String> standards() {
        return new TreeMap<>(observed);
    }
}
