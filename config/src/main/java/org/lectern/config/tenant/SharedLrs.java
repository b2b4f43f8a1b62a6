package org.lectern.config.tenant;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.LrsCredentials;

/** Finds LRSs that would be told one action twice. */
final class SharedLrs {

    // Same address with other credentials is often another store.
    private record Store(URI endpoint, LrsCredentials credentials) {}

    private SharedLrs() {}

    static Stream<String> warnings(Tenant tenant) {
        Map<Store, List<String>> told = new LinkedHashMap<>();
        for (Destination destination : tenant.destinations()) {
            told.computeIfAbsent(
                            new Store(destination.endpoint(), destination.credentials()), store -> new ArrayList<>())
                    .addAll(destination.vocabularies());
        }
        return told.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "tenant=" + tenant.id() + " tells the LRS "
                        + entry.getKey().endpoint() + " each action "
                        + entry.getValue().size() + " times ("
                        + String.join(", ", entry.getValue())
                        + "): reports will count it as often, and activities change their type;"
                        + " give each vocabulary a destination of its own");
    }
}
