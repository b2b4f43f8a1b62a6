package org.lectern.gateway.playback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a page reports at once, read and checked.
 *
 * @param playback chosen by the page, a version 4 UUID
 * @param media the entry being played
 * @param received when it arrived
 * @param facts in the order sent, times corrected; senseless ones included
 * @param refused the facts that made no sense
 */
public record FactsRequest(UUID playback, String media, Instant received, List<Fact> facts, List<Refusal> refused) {

    public FactsRequest {
        facts = List.copyOf(facts);
        refused = List.copyOf(refused);
    }
}
