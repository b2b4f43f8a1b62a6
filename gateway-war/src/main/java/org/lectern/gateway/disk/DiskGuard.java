package org.lectern.gateway.disk;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.setting.Settings;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.start.Rounds;
import org.lectern.gateway.start.Start;

/**
 * Looks at the data folder's free space every 10 s, in a thread of its own: a file system that hangs delays nobody. Says nothing
 * of a database elsewhere. Gauge {@code lectern_disk_free_bytes}. Safe for any thread.
 */
@ApplicationScoped
public class DiskGuard {

    private static final System.Logger LOG = System.getLogger(DiskGuard.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration COME_AGAIN = EVERY.multipliedBy(3);
    private static final Duration BETWEEN_WARNINGS = Duration.ofHours(1);

    private final DiskSettings settings;
    private final FreeSpace space;
    private final Clock clock;
    private final Optional<MetricRegistry> metrics;
    private volatile long free = Long.MAX_VALUE;
    private volatile boolean accepting = true;
    private Instant quietUntil = Instant.MIN;
    private Rounds rounds;

    /** Where the number comes from. */
    @FunctionalInterface
    interface FreeSpace {
        /** Bytes that this process may still use. */
        long bytes() throws IOException;
    }

    @Inject
    public DiskGuard(GatewaySettings gateway, Config config, Clock clock, MetricRegistry metrics) {
        this(
                DiskSettings.read(config),
                gateway.dbUrl().isPresent() ? null : in(gateway.dataFolder()),
                clock,
                Optional.of(metrics));
    }

    DiskGuard(DiskSettings settings, FreeSpace space, Clock clock, Optional<MetricRegistry> metrics) {
        this.settings = settings;
        this.space = space;
        this.clock = clock;
        this.metrics = metrics;
    }

    protected DiskGuard() { // CDI proxy
        this(null, null, null, Optional.empty());
    }

    // Static: the start reads all rooms' settings before any bean that needs them may come up.
    static void check(@Observes Settings settings) {
        DiskSettings.collect(settings);
    }

    private static FreeSpace in(Path folder) {
        return () -> Files.getFileStore(folder).getUsableSpace();
    }

    /** Whether there is room for new facts. */
    public boolean accepting() {
        return accepting;
    }

    /**
     * Stands before everything that accepts facts.
     *
     * @throws Problem 503 {@code disk.full} with a time to come again: browsers keep what is not taken
     */
    public void needRoom() {
        if (!accepting) {
            throw new Problem(
                            503,
                            "disk.full",
                            "The server has no room left. Keep what you have and send it again later.")
                    .retryAfter(COME_AGAIN);
        }
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) @Priority(Start.ROOMS) Object event) {
        if (space == null) {
            return;
        }
        look();
        metrics.ifPresent(registry -> registry.gauge("lectern_disk_free_bytes", this, guard -> guard.free));
        rounds = Rounds.of("disk-guard", EVERY, EVERY, this::look);
    }

    /** One look; keeps the last answer when there is none, since a guess must not stop an institution's lessons. */
    void look() {
        try {
            free = space.bytes();
        } catch (IOException | RuntimeException e) {
            warn("free space of the data folder unknown", e);
            return;
        }
        boolean enough = free >= settings.stopFree();
        if (enough != accepting) {
            LOG.log(
                    enough ? System.Logger.Level.INFO : System.Logger.Level.ERROR,
                    enough
                            ? "accepting facts again free=" + ByteSize.text(free)
                            : "no room: facts are answered 503 until space is free in the data folder free="
                                    + ByteSize.text(free) + " needed=" + ByteSize.text(settings.stopFree()));
        }
        accepting = enough;
        if (enough && free < settings.warnFree()) {
            warn(
                    "little room in the data folder free=" + ByteSize.text(free) + " stops-below="
                            + ByteSize.text(settings.stopFree()),
                    null);
        }
    }

    private void warn(String what, Throwable cause) {
        Instant now = clock.instant();
        if (!now.isBefore(quietUntil)) {
            quietUntil = now.plus(BETWEEN_WARNINGS);
            LOG.log(System.Logger.Level.WARNING, what, cause);
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.close();
        }
    }
}
