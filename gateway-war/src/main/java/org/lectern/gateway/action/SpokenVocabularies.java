package org.lectern.gateway.action;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.lectern.config.lrs.Destination;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.start.Start;

/** Compares the vocabularies that institutions switched on with those that an adapter is there for. */
@ApplicationScoped
public class SpokenVocabularies {

    private static final System.Logger LOG = System.getLogger(SpokenVocabularies.class.getName());

    private final Supplier<Set<String>> known;

    @Inject
    public SpokenVocabularies(VocabularyCensus census) {
        this((Supplier<Set<String>>) census::knownVocabularies);
    }

    SpokenVocabularies(Supplier<Set<String>> known) {
        this.known = known;
    }

    protected SpokenVocabularies() { // CDI proxy
        this((Supplier<Set<String>>) null);
    }

    /** Says at every start what is switched on in vain; the other vocabularies go on. */
    void check(@Observes @Initialized(ApplicationScoped.class) @Priority(Start.ROOMS) Object event, Tenants tenants) {
        unknown(tenants.all()).forEach(fault -> LOG.log(System.Logger.Level.WARNING, fault));
    }

    /** The vocabularies that can be switched on. */
    public Set<String> knownVocabularies() {
        return known.get();
    }

    /** One sentence for every vocabulary that is switched on although nobody speaks it; empty when all is well. */
    public List<String> unknown(List<Tenant> tenants) {
        Set<String> spoken = knownVocabularies();
        List<String> faults = new ArrayList<>();
        for (Tenant tenant : tenants) {
            for (Destination destination : tenant.destinations()) {
                for (String vocabulary : destination.vocabularies()) {
                    if (!spoken.contains(vocabulary)) {
                        faults.add("tenant " + tenant.id() + ", destination " + destination.name()
                                + ": no adapter speaks the vocabulary '" + vocabulary + "'; there are "
                                + new TreeSet<>(spoken));
                    }
                }
            }
        }
        return faults;
    }
}
