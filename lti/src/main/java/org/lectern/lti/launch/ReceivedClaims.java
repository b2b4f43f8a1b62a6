package org.lectern.lti.launch;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a token held, for people who look after a registration: never anything about the person.
 *
 * @param names the claims that were there, whatever their form
 * @param unresolved custom parameters whose variable the platform could not fill in, with the variable as it came
 */
public record ReceivedClaims(Set<String> names, Map<String, String> unresolved) {

    public ReceivedClaims {
        names = Collections.unmodifiableSortedSet((SortedSet<String>) new TreeSet<>(names));
        unresolved = Collections.unmodifiableSortedMap((SortedMap<String, String>) new TreeMap<>(unresolved));
    }
}
