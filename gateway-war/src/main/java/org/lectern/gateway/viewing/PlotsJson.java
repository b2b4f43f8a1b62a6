package org.lectern.gateway.viewing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import org.lectern.gateway.engagement.Engagement.Watched;

/** Numbers for plots, on the wire; their reader is {@code viewing/plotData.ts}. Times of the video in seconds. Pure. */
final class PlotsJson {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    static final JsonObject NOBODY = state("nobody").build();
    static final JsonObject TOO_FEW =
            state("too-few").add("fewest", PlotsResource.FEWEST).build();

    private PlotsJson() {}

    static JsonObject of(Watched watched) {
        JsonArrayBuilder days = BUILDERS.createArrayBuilder();
        watched.days()
                .forEach(day -> days.add(BUILDERS.createObjectBuilder()
                        .add("day", day.day().toString())
                        .add("views", day.views())));
        return state("shown")
                .add("viewers", watched.viewers())
                .add("finished", watched.finished())
                .add("length", BigDecimal.valueOf(watched.length(), 3))
                .add("step", BigDecimal.valueOf(watched.step(), 3))
                .add("seen", numbers(watched.seen()))
                .add("plays", numbers(watched.plays()))
                .add("stops", numbers(watched.stops()))
                .add("days", days)
                .add("updated", watched.updated().toString())
                .build();
    }

    private static JsonObjectBuilder state(String state) {
        return BUILDERS.createObjectBuilder().add("state", state);
    }

    private static JsonArrayBuilder numbers(int[] values) {
        JsonArrayBuilder json = BUILDERS.createArrayBuilder();
        IntStream.of(values).forEach(json::add);
        return json;
    }
}
