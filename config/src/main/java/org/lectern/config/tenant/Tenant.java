package org.lectern.config.tenant;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.config.lrs.Destination;

/**
 * An institution that this deployment serves.
 *
 * @param id its id
 * @param name its name for people
 * @param platforms the LMSs that may launch into it
 * @param destinations its LRSs; the first is called {@code lrs}
 * @param media the videos declared by file
 * @param progress when progress is reported
 * @param completionThreshold share of a video at which it counts as completed, above 0, at most 1
 * @param actor how its LRSs get to see people
 * @param retention how long delivered statements stay in the archive, and undelivered ones are tried
 * @param adapterSettings {@code lectern.tenant.<id>.vocabulary.<name>.<key>}, keyed {@code <name>.<key>}
 */
public record Tenant(
        TenantId id,
        String name,
        List<Platform> platforms,
        List<Destination> destinations,
        List<MediaEntry> media,
        ProgressPolicy progress,
        BigDecimal completionThreshold,
        ActorPolicy actor,
        Duration retention,
        Map<String, String> adapterSettings) {

    public Tenant {
        platforms = List.copyOf(platforms);
        destinations = List.copyOf(destinations);
        media = List.copyOf(media);
        adapterSettings = Map.copyOf(adapterSettings);
    }

    /** The entry with this id, if this institution has it. */
    public Optional<MediaEntry> media(String mediaId) {
        return media.stream().filter(entry -> entry.id().equals(mediaId)).findFirst();
    }

    /** Its id alone: the settings of plug-ins may hold secrets. */
    @Override
    public String toString() {
        return "Tenant[" + id + "]";
    }
}
