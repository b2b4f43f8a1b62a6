package org.lectern.bench.viewer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.lectern.bench.gateway.Institution;

/** Facts as the player page writes them (design §5). */
public final class Facts {

    private Facts() {}

    /** The body of a request. */
    public static byte[] body(UUID playback, List<String> facts) {
        return ("{\"playback\":\"" + playback + "\",\"media\":\"" + Institution.MEDIA + "\",\"sent\":\"" + now()
                        + "\",\"facts\":[" + String.join(",", facts) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The first fact of a playback. */
    public static String ready(long seq) {
        return fact(seq, "ready") + ",\"length\":" + Institution.LENGTH_SECONDS
                + ",\"player\":{\"speed\":1,\"volume\":0.8,\"fullScreen\":false}}";
    }

    /** A fact that has a time and nothing else: play, pause, heartbeat, ended, leave. */
    public static String positioned(long seq, String kind, long millis) {
        return fact(seq, kind) + ",\"time\":" + seconds(millis) + "}";
    }

    public static String seek(long seq, long fromMillis, long toMillis) {
        return fact(seq, "seek") + ",\"from\":" + seconds(fromMillis) + ",\"to\":" + seconds(toMillis) + "}";
    }

    public static String rate(long seq, long millis, String from, String to) {
        return fact(seq, "rate") + ",\"time\":" + seconds(millis) + ",\"from\":" + from + ",\"to\":" + to + "}";
    }

    public static String captions(long seq, long millis, boolean on) {
        return fact(seq, "control") + ",\"time\":" + seconds(millis) + ",\"changed\":{\"captions\":" + on
                + ",\"captionsLanguage\":\"en\"}}";
    }

    private static String fact(long seq, String kind) {
        return "{\"seq\":" + seq + ",\"at\":\"" + now() + "\",\"kind\":\"" + kind + "\"";
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
