package org.lectern.gateway.caliper;

import jakarta.json.Json;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.lectern.gateway.lrs.Joined;

/**
 * What is put around events while they travel (Caliper 1.2 §5.2): all four properties, nothing else. The events stay where they lie and as they
 * are. Pure.
 *
 * @param sensor who sends
 */
record Envelope(URI sensor) {

    /** Governs the form of the events: the version that we speak. */
    static final String DATA_VERSION = "http://purl.imsglobal.org/ctx/caliper/v1p2";

    private static final DateTimeFormatter SEND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    /** The envelope in pieces. */
    List<ByteBuffer> around(Joined events, Instant now) {
        return List.of(
                ByteBuffer.wrap(beginning(now)),
                ByteBuffer.wrap(events.array(), events.from(), events.length()),
                ByteBuffer.wrap(END));
    }

    /** Bytes of everything but the events; the same for every envelope. */
    int bytes() {
        return beginning(Instant.EPOCH).length + END.length;
    }

    private byte[] beginning(Instant now) {
        String text = "{\"sensor\":" + Json.createValue(sensor.toString()) + ",\"sendTime\":\"" + SEND_TIME.format(now)
                + "\",\"dataVersion\":\"" + DATA_VERSION + "\",\"data\":[";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
