package org.lectern.gateway.playback;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import org.lectern.adapter.action.PlayerState;

/** One {@link Fact} as JSON, both ways, in the words of the wire (design §5). */
final class FactJson {

    private static final String SENSELESS = "senseless";

    private FactJson() {}

    /** A fact that cannot be; its message is the reason's name. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * @param at when it happened, corrected
     * @throws Unfit when it makes no sense
     */
    static Fact read(JsonObject json, long seq, Instant at) throws Unfit {
        String kind = WireValues.text(json, "kind").orElseThrow(() -> new Unfit("kind_missing"));
        return switch (kind) {
            case "ready" -> ready(json, seq, at);
            case "play" -> new Fact.Play(seq, at, position(json, "time"));
            case "pause" -> new Fact.Pause(seq, at, position(json, "time"));
            case "heartbeat" -> new Fact.Heartbeat(seq, at, position(json, "time"));
            case "seek" -> new Fact.Seek(seq, at, position(json, "from"), position(json, "to"));
            case "rate" -> new Fact.Rate(seq, at, position(json, "time"), speed(json, "from"), speed(json, "to"));
            case "control" -> control(json, seq, at);
            case "ended" -> new Fact.Ended(seq, at, position(json, "time"));
            case "leave" -> new Fact.Leave(seq, at, position(json, "time"));
            case SENSELESS -> throw new Unfit(SENSELESS);
            default -> throw new Unfit("kind_unknown");
        };
    }

    /** Back from {@link #write}. */
    static Fact kept(JsonObject json) {
        long seq = json.getJsonNumber("seq").longValueExact();
        Instant at = Instant.ofEpochMilli(json.getJsonNumber("at").longValueExact());
        try {
            return read(json, seq, at);
        } catch (Unfit kept) {
            return new Fact.Senseless(seq, at);
        }
    }

    /** To be kept until the facts before it arrive. */
    static JsonObjectBuilder write(Fact fact) {
        JsonObjectBuilder json = WireValues.BUILDERS
                .createObjectBuilder()
                .add("seq", fact.seq())
                .add("at", fact.at().toEpochMilli())
                .add("kind", kind(fact));
        if (fact instanceof Fact.Ready ready) {
            ready.length().ifPresent(length -> json.add("length", Told.seconds(length)));
            json.add("player", PlayerJson.write(ready.player()));
        } else if (fact instanceof Fact.Seek seek) {
            json.add("from", Told.seconds(seek.from())).add("to", Told.seconds(seek.to()));
        } else if (fact instanceof Fact.Positioned positioned) {
            json.add("time", Told.seconds(positioned.time()));
        }
        if (fact instanceof Fact.Rate rate) {
            json.add("from", rate.from()).add("to", rate.to());
        } else if (fact instanceof Fact.Control control) {
            json.add("changed", PlayerJson.write(control.changed()));
        }
        return json;
    }

    private static String kind(Fact fact) {
        return fact.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Fact ready(JsonObject json, long seq, Instant at) {
        OptionalLong length = WireValues.position(json, "length");
        boolean known = length.isPresent() && length.getAsLong() > 0;
        PlayerState player = object(json, "player");
        return new Fact.Ready(seq, at, known ? length : OptionalLong.empty(), player);
    }

    private static Fact control(JsonObject json, long seq, Instant at) throws Unfit {
        PlayerState changed = object(json, "changed");
        if (changed.equals(PlayerState.SILENT)) {
            throw new Unfit("nothing_changed");
        }
        return new Fact.Control(seq, at, position(json, "time"), changed);
    }

    private static PlayerState object(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value instanceof JsonObject object ? PlayerJson.read(object) : PlayerState.SILENT;
    }

    private static long position(JsonObject json, String name) throws Unfit {
        OptionalLong position = WireValues.position(json, name);
        if (position.isEmpty()) {
            throw new Unfit("position_invalid");
        }
        return position.getAsLong();
    }

    private static BigDecimal speed(JsonObject json, String name) throws Unfit {
        return PlayerJson.speed(json, name).orElseThrow(() -> new Unfit("speed_invalid"));
    }
}
