package org.lectern.bench.kill;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.platform.Browser;
import org.lectern.bench.platform.Opened;
import org.lectern.bench.platform.StandInPlatform;
import org.lectern.bench.viewer.Viewer;
import org.lectern.bench.wire.Answer;
import org.lectern.bench.wire.Wire;

/**
 * A viewer who watches one video after the other and, as the page does, keeps every fact until a 202 covers it and sends the same
 * again until then, however often the gateway goes away in between. One thread each.
 */
final class Reporter implements Runnable {

    private static final int LONGEST_STORY = 40;
    private static final int MOST_AT_ONCE = 12;
    private static final int REPORTS_PER_LAUNCH = 4;
    private static final long TICK_MILLIS = 15;
    private static final long AWAY_MILLIS = 200;
    private static final long FINISH_NANOS = 30_000_000_000L;

    private final String institution;
    private final String subject;
    private final int port;
    private final Browser browser;
    private final Wire wire;
    private final Ledger ledger;
    private final Random random;
    private volatile boolean stopping;

    Reporter(String institution, int number, StandInPlatform platform, int port, Ledger ledger) {
        this.institution = institution;
        this.subject = "viewer-" + number;
        this.port = port;
        this.wire = new Wire(port);
        this.browser = new Browser(platform, wire, port);
        this.ledger = ledger;
        this.random = new Random(number);
    }

    /** Begins no new playback; the one that runs is told to its end, unless it finds no hearing for 30 s. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        Optional<Opened> page = Optional.empty();
        for (int stories = 0; !stopping; stories++) {
            if (page.isEmpty() || stories % REPORTS_PER_LAUNCH == 0) {
                page = launch();
            }
            if (page.isEmpty()) {
                break;
            }
            tell(new Story(random, 3 + random.nextInt(LONGEST_STORY)), new Viewer(wire, page.get()));
        }
        wire.close();
    }

    /** Empty when told to stop in the meantime. */
    private Optional<Opened> launch() {
        while (!stopping) {
            try {
                Opened page = browser.launch(institution, subject);
                ledger.launched();
                return Optional.of(page);
            } catch (IOException | RuntimeException away) {
                noteRefusal(away);
                GatewayProcess.pause(AWAY_MILLIS);
            }
        }
        return Optional.empty();
    }

    /** No connection is no answer; everything else is one. */
    private void noteRefusal(Exception away) {
        String message = String.valueOf(away.getMessage());
        if (!(away instanceof IOException) || message.matches("(?s)(the launch opened no page:|no Location but).*")) {
            ledger.unforeseen("launch: " + message.substring(0, Math.min(100, message.length())));
        }
    }

    private void tell(Story story, Viewer viewer) {
        UUID playback = viewer.playback();
        Deque<String> waiting = new ArrayDeque<>();
        long through = 0;
        ledger.accepted(playback, institution, story, through);
        long end = Long.MAX_VALUE;
        while ((!story.isOver() || !waiting.isEmpty()) && System.nanoTime() < end) {
            if (stopping && end == Long.MAX_VALUE) {
                end = System.nanoTime() + FINISH_NANOS;
            }
            int some = 1 + random.nextInt(4);
            for (int i = 0; i < some && !story.isOver() && waiting.size() < MOST_AT_ONCE; i++) {
                waiting.add(story.next());
                GatewayProcess.pause(random.nextInt(3));
            }
            Optional<Long> covered = send(viewer, new ArrayList<>(waiting));
            if (covered.isPresent()) {
                for (; through < covered.get(); through++) {
                    waiting.poll();
                }
                ledger.accepted(playback, institution, story, through);
                GatewayProcess.pause(random.nextInt((int) TICK_MILLIS * 2));
            } else {
                ledger.repeated();
                GatewayProcess.pause(AWAY_MILLIS);
            }
        }
    }

    private Optional<Long> send(Viewer viewer, List<String> facts) {
        try {
            Answer answer = viewer.send(facts);
            Optional<Long> through = Viewer.through(answer);
            if (through.isEmpty() && answer.status() != 503) {
                ledger.unforeseen("facts: " + answer.status() + " " + answer.text());
            }
            return through;
        } catch (IOException | RuntimeException away) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return subject + "@" + institution + ":" + port;
    }
}
