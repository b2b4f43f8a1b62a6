package org.lectern.lti.deeplink;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** From when until when something is open (Deep Linking 2.0 §3.1.4); an absent end is open-ended. */
public record TimeSpan(Optional<Instant> start, Optional<Instant> end) {

    public TimeSpan {
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw new IllegalArgumentException("a time span must start before it ends");
        }
    }

    Map<String, Object> claim() {
        Map<String, Object> claim = new LinkedHashMap<>();
        start.ifPresent(instant -> claim.put("startDateTime", instant.toString()));
        end.ifPresent(instant -> claim.put("endDateTime", instant.toString()));
        return claim;
    }
}
