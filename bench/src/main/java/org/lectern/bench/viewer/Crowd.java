package org.lectern.bench.viewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.lectern.bench.Together;
import org.lectern.bench.gateway.GatewayProcess;
import org.lectern.bench.platform.Browser;
import org.lectern.bench.platform.StandInPlatform;
import org.lectern.bench.wire.Wire;

/** Many seekers with a thread each, launched once and sent off any number of times. For one thread. */
public final class Crowd {

    private final List<Seeker> seekers = new ArrayList<>();

    private Crowd() {}

    /** Launches and begins that many playbacks for each institution. */
    public static Crowd launched(
            StandInPlatform platform, GatewayProcess gateway, List<String> institutions, int each, AtomicLong positions)
            throws IOException {
        Crowd crowd = new Crowd();
        for (int i = 0; i < each; i++) {
            for (String institution : institutions) {
                Wire wire = new Wire(gateway.port());
                Browser browser = new Browser(platform, wire, gateway.port());
                Seeker seeker = new Seeker(
                        new Viewer(wire, browser.launch(institution, "viewer-" + i)), positions::incrementAndGet);
                seeker.ready();
                crowd.seekers.add(seeker);
            }
        }
        return crowd;
    }

    /**
     * All send as fast as they are answered.
     *
     * @param facts facts in each request
     * @return facts accepted, and seconds from the first request to the last answer
     */
    public Pace rush(double seconds, int facts) {
        AtomicLong accepted = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        together(seeker -> {
            while (System.nanoTime() < end) {
                seeker.seek(facts);
                accepted.addAndGet(facts);
            }
        });
        return new Pace(accepted.get(), (System.nanoTime() - begin) / 1e9);
    }

    /** Each sends that many requests. */
    public Pace send(int requests, int facts) {
        long begin = System.nanoTime();
        together(seeker -> {
            for (int i = 0; i < requests; i++) {
                seeker.seek(facts);
            }
        });
        return new Pace((long) seekers.size() * requests * facts, (System.nanoTime() - begin) / 1e9);
    }

    /** What a seeker does on its thread. */
    @FunctionalInterface
    interface Deed {
        void by(Seeker seeker) throws IOException;
    }

    private void together(Deed deed) {
        List<Callable<Boolean>> deeds = new ArrayList<>();
        for (Seeker seeker : seekers) {
            deeds.add(() -> {
                deed.by(seeker);
                return true;
            });
        }
        try {
            Together.run(deeds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
