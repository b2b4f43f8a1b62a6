package org.lectern.adapter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * What a vocabulary says in another standard than xAPI: an event that is frozen already. Its id and bytes are kept and sent as they are;
 * what the standard wraps around events on their way is made when they are sent.
 *
 * @param id its id, by which the receiver knows it again; the bytes say it as the standard wants it
 * @param at when it happened; kept to the millisecond
 * @param body one JSON object, UTF-8; copied in and out, so nobody changes it
 */
public record JsonEvent(UUID id, Instant at, byte[] body) {

    public JsonEvent {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        body = body.clone();
        if (body.length < 2 || body[0] != '{' || body[body.length - 1] != '}') {
            throw new IllegalArgumentException("an event is one JSON object, without anything around it");
        }
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonEvent event
                && id.equals(event.id)
                && at.equals(event.at)
                && Arrays.equals(body, event.body);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "JsonEvent[" + id + "]";
    }
}
