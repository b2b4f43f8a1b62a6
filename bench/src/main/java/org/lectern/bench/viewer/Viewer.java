package org.lectern.bench.viewer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lectern.bench.platform.Opened;
import org.lectern.bench.wire.Answer;
import org.lectern.bench.wire.Wire;

/** Reports one playback over one connection. For one thread. */
public final class Viewer {

    private static final String THROUGH = "{\"through\":";

    private final Wire wire;
    private final Opened page;
    private final int port;
    private final UUID playback = UUID.randomUUID();
    private long seq;

    public Viewer(Wire wire, Opened page) {
        this.wire = wire;
        this.page = page;
        this.port = page.port();
    }

    public UUID playback() {
        return playback;
    }

    /** The number of the next fact. */
    public long next() {
        return ++seq;
    }

    /** Sends facts once. */
    public Answer send(List<String> facts) throws IOException {
        return wire.send(Wire.post(
                port,
                page.api() + "/facts",
                "application/json",
                "Authorization: Bearer " + page.token() + "\r\n",
                Facts.body(playback, facts)));
    }

    /** Sends facts that must be accepted. */
    public void report(List<String> facts) throws IOException {
        Answer answer = send(facts);
        if (!through(answer).equals(Optional.of(seq))) {
            throw new IOException("facts up to " + seq + " not accepted: " + answer.status() + " " + answer.text());
        }
    }

    /** Begins the playback. */
    public void ready() throws IOException {
        report(List.of(Facts.ready(next())));
    }

    /** Up to which fact everything is committed, if this is a 202 that refuses none. */
    public static Optional<Long> through(Answer answer) {
        String text = answer.text();
        boolean whole = answer.status() == 202
                && text.startsWith(THROUGH)
                && text.indexOf('}') == text.length() - 1
                && text.indexOf(',') < 0;
        return whole ? Optional.of(Long.parseLong(text, THROUGH.length(), text.length() - 1, 10)) : Optional.empty();
    }
}
