package org.lectern.gateway.action;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Standard;
import org.lectern.config.setting.Kind;
import org.lectern.config.setting.Section;
import org.lectern.config.setting.Settings;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.start.Start;

/** Compares the vocabularies that institutions switched on with those that an adapter is there for. */
@ApplicationScoped
public class SpokenVocabularies {

    /** Whether the names are right is found out where tenants are read. */
    private static final Kind<String> NAME = Kind.line(200);

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

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings, VocabularyCensus census) {
        for (Section tenant : settings.tenants().values()) {
            refuseOthers(tenant, Standard.XAPI, census.standards());
            for (String name : tenant.list("destinations", NAME)) {
                Section destination = tenant.below("destination").below(name);
                Standard kind = destination.value("kind", Kind.choice(Standard.class), Standard.XAPI);
                refuseOthers(destination, kind, census.standards());
            }
        }
    }

    /** A vocabulary can be told only to who understands the standard that it is written in. */
    private static void refuseOthers(Section section, Standard kind, Map<String, String> standards) {
        List<String> fitting = standards.entrySet().stream()
                .filter(known -> known.getValue().equals(kind.label()))
                .map(Map.Entry::getKey)
                .toList();
        for (String vocabulary : section.list("vocabularies", NAME)) {
            String standard = standards.getOrDefault(vocabulary, kind.label());
            if (!standard.equals(kind.label())) {
                section.wrong(
                        "vocabularies",
                        "'" + vocabulary + "', which is written in " + standard,
                        "what is written in " + kind.label() + ", the kind of this destination: " + fitting);
            }
        }
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
