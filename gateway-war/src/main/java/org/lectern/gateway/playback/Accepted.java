package org.lectern.gateway.playback;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * The answer to facts, given after the commit.
 *
 * @param through highest number up to which everything is committed or refused
 * @param refused facts of this request that were not taken
 */
public record Accepted(long through, List<Refusal> refused) {

    public Accepted {
        refused = List.copyOf(refused);
    }

    /** On the wire (design §5). */
    String json() {
        if (refused.isEmpty()) {
            return "{\"through\":" + through + "}";
        }
        JsonArrayBuilder list = WireValues.BUILDERS.createArrayBuilder();
        for (Refusal refusal : refused) {
            JsonObjectBuilder one = WireValues.BUILDERS.createObjectBuilder();
            refusal.seq().ifPresent(seq -> one.add("seq", seq));
            list.add(one.add("reason", refusal.reason()));
        }
        return WireValues.BUILDERS
                .createObjectBuilder()
                .add("through", through)
                .add("refused", list)
                .build()
                .toString();
    }
}
