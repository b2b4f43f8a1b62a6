package org.lectern.bench.plots;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lectern.bench.Numbers;
import org.lectern.bench.Report;
import org.lectern.bench.gateway.GatewayDatabase;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.gateway.Institution;
import org.lectern.bench.platform.Browser;
import org.lectern.bench.platform.Opened;
import org.lectern.bench.speed.Scene;
import org.lectern.bench.wire.Answer;
import org.lectern.bench.wire.Wire;

/**
 * One video of one course with very many viewers, each with two loads of the player that have ended and are not added up: rows as
 * accepting leaves them. Tells how fast they are added up, and how long the numbers for plots and the table of people take. For one
 * thread.
 */
public final class ManyViewers {

    private static final String TENANT = "tenant-1";
    private static final int LENGTH_SECONDS = 3_600;
    private static final int LOADS_EACH = 2;
    private static final int WARM_UP = 20;
    private static final int REQUESTS = 100;
    private static final int MOST_SECONDS = 300;
    private static final double MOST_MILLIS = 1_000;
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;
    private static final double NANOS_PER_MILLI = 1e6;

    private final int viewers;

    /** @param viewers how many people have watched */
    public ManyViewers(int viewers) {
        this.viewers = viewers;
    }

    /** Measures and writes into the report. */
    public void run(Report report) throws IOException {
        report.title(String.format(
                Locale.ROOT, "plots: one video of one course, %,d viewers, %d loads each", viewers, LOADS_EACH));
        try (Scene scene = Scene.of("plots", 1, "lectern.engagement.every=PT1S");
                Wire wire = new Wire(scene.gateway().port())) {
            GatewayDatabase database = scene.gateway().database();
            Opened teacher = new Browser(scene.platform(), wire, scene.gateway().port()).launch(TENANT, "teacher");
            database.run("update learner_session set role = 'instructor'", attempts(), loads());
            long begun = System.nanoTime();
            report.line("added up after the last row", "%.1f s", added(database, begun));
            report.must(
                    "viewers in the sums",
                    database.number("select viewers from engagement") == viewers,
                    String.valueOf(database.number("select viewers from engagement")));
            ask(report, wire, teacher, "/viewing/plots?zone=Europe/Berlin&media=", "numbers for plots");
            ask(report, wire, teacher, "/viewing?media=", "table of people");
        }
    }

    private static double added(GatewayDatabase database, long begun) {
        while (database.number("select count(*) from playback where not open and not folded") > 0) {
            if (System.nanoTime() - begun > MOST_SECONDS * 1_000_000_000L) {
                throw new IllegalStateException("not added up within " + MOST_SECONDS + " s");
            }
            GatewayProcess.pause(50);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void ask(Report report, Wire wire, Opened teacher, String path, String what) throws IOException {
        byte[] request = ("GET " + teacher.api() + path + Institution.MEDIA + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + teacher.port() + "\r\nAuthorization: Bearer " + teacher.token() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        List<Double> millis = new ArrayList<>();
        int bytes = 0;
        for (int turn = 0; turn < WARM_UP + REQUESTS; turn++) {
            long begun = System.nanoTime();
            Answer answer = wire.send(request);
            if (turn >= WARM_UP) {
                millis.add((System.nanoTime() - begun) / NANOS_PER_MILLI);
            }
            if (answer.status() != 200) {
                throw new IOException(what + ": " + answer.status() + " " + answer.text());
            }
            bytes = answer.body().length;
        }
        report.line(what + ", median of " + REQUESTS, "%.1f ms, %,d bytes", Numbers.quantile(millis, MEDIAN), bytes);
        report.atMost(what + ", 99th percentile, ms", Numbers.quantile(millis, NEARLY_ALL), MOST_MILLIS);
    }

    /** Five stretches each, one of them for most people in the same place. */
    private String attempts() {
        return """
                insert into attempt (id, tenant, learner_key, scope, media, segments, position_ms, length_ms, time_spent_ms)
                select gen_random_uuid(), s.tenant, 'viewer-' || n, s.platform || coalesce('/course/' || s.course_id, '/link/' || s.link_id),
                    '%s', (select string_agg(f || '.250[.]' || least(f + l, %d) || '.500', '[,]') from (
                        select case when k = 3 then 900 else (random() * 3000 * (n %% 7) / 6)::int end as f,
                            30 + (random() * 600)::int as l from generate_series(1, 5) k) as stretches),
                    600000, %d, 900000
                from learner_session s, generate_series(1, %d) n
                """.formatted(Institution.MEDIA, LENGTH_SECONDS - 1, LENGTH_SECONDS * 1_000, viewers);
    }

    private static String loads() {
        return """
                insert into playback (tenant, id, session, attempt, media, through, state, open)
                select tenant, gen_random_uuid(), gen_random_uuid(), id, media, 9, json_build_object('phase', 'CLOSED',
                    'opened', 0, 'position', 600000, 'last', t, 'counted', t, 'unreported', 0, 'player', json_build_object())::text, false
                from (select a.*, (extract(epoch from now() - random() * interval '90 days') * 1000)::bigint as t
                    from attempt a, generate_series(1, %d)) as load
                """.formatted(LOADS_EACH);
    }
}
