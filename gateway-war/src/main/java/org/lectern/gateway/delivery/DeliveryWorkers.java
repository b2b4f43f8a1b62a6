package org.lectern.gateway.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.delivery.Verdict.Next;
import org.lectern.gateway.lrs.LrsClient;
import org.lectern.gateway.outbox.LaneSignals;
import org.lectern.gateway.outbox.Placed;

/**
 * Serves this node's share of the lanes from start to shutdown: woken by the outbox, which hands over what was committed here, and by
 * its own look at all lanes once a second, which finds what other nodes accepted, left behind or backed off from. Safe for any
 * thread.
 */
@ApplicationScoped
public class DeliveryWorkers implements LaneSignals {

    private static final Logger LOG = System.getLogger(DeliveryWorkers.class.getName());
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(20);
    private static final Duration AFTER_MISHAP = Duration.ofSeconds(1);
    private static final Duration SLOW_REQUEST = Duration.ofSeconds(3);

    private final Ways ways;
    private final DeliverySettings settings;
    private final DeliveryMetrics metrics;
    private final ThreadFactory threads;
    private final Lanes lanes;
    private final Fresh fresh;
    private final LaneMemory memory = new LaneMemory();
    private final Map<Integer, Lanes.Due> owners = new ConcurrentHashMap<>();
    private final Map<Integer, Long> requests = new ConcurrentHashMap<>();
    private final WakeUps wakeUps = new WakeUps(System::nanoTime);
    private final String owner = UUID.randomUUID().toString();
    private final List<Thread> running = new ArrayList<>();
    private ReadyLanes ready;
    private ClassLoader loader;
    private ExecutorService readers;
    private Stint.Tools tools;
    private volatile boolean stopping;

    @Inject
    public DeliveryWorkers(
            Tenants tenants,
            DeliverySettings settings,
            DeliveryMetrics metrics,
            Jdbi jdbi,
            LrsClient lrs,
            @Any Instance<Carriers> others,
            DeliveryThreads threads) {
        this(
                new Ways(tenants, lrs, others.stream().toList()),
                settings,
                metrics,
                new Lanes(jdbi),
                new Fresh(settings.handOverBytes(), System::nanoTime),
                threads.factory());
    }

    DeliveryWorkers(
            Ways ways,
            DeliverySettings settings,
            DeliveryMetrics metrics,
            Lanes lanes,
            Fresh fresh,
            ThreadFactory threads) {
        this.ways = ways;
        this.settings = settings;
        this.metrics = metrics;
        this.lanes = lanes;
        this.fresh = fresh;
        this.threads = threads;
    }

    protected DeliveryWorkers() {
        this(null, null, null, (Lanes) null, null, null);
    }

    void begin(@Observes @Priority(5000) @Initialized(ApplicationScoped.class) Object event) {
        start();
    }

    /** Starts to deliver. */
    synchronized void start() {
        int all = settings.workers() + settings.troubledWorkers();
        ready = new ReadyLanes(settings.workers(), settings.troubledWorkers());
        readers = Executors.newFixedThreadPool(Math.max(2, settings.workers() / 4), threads);
        DeliveryPolicy policy =
                new DeliveryPolicy(() -> ThreadLocalRandom.current().nextDouble());
        tools = new Stint.Tools(lanes, fresh, policy, memory, metrics, System::nanoTime, readers);
        loader = new RememberingLoader(DeliveryWorkers.class.getClassLoader());
        run("delivery-dispatcher", this::dispatch);
        for (int i = 0; i < all; i++) {
            run("delivery-" + i, this::work);
        }
    }

    private void run(String name, Runnable task) {
        Thread thread = threads.newThread(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            task.run();
        });
        thread.setName(name);
        running.add(thread);
        thread.start();
    }

    @Override
    public void ready(List<Placed> placed) {
        ReadyLanes now = ready;
        if (now != null && !stopping) {
            fresh.add(placed);
            placed.stream()
                    .mapToInt(Placed::lane)
                    .distinct()
                    .filter(wakeUps::awake)
                    .forEach(lane -> now.offer(lane, memory.inTrouble(lane)));
        }
    }

    private void dispatch() {
        while (!stopping) {
            try {
                fresh.forgetUnused();
                tendLongRequests();
                offerDue();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "the lanes cannot be looked at; trying again", e);
            }
            wakeUps.sleep();
        }
    }

    private void tendLongRequests() {
        List<Integer> slow = requests.entrySet().stream()
                .filter(request -> System.nanoTime() - request.getValue() > SLOW_REQUEST.toNanos())
                .map(Map.Entry::getKey)
                .toList();
        slow.forEach(ready::slow);
        if (!slow.isEmpty()) {
            lanes.renew(owner, slow);
        }
    }

    private void offerDue() {
        for (Lanes.Due due : lanes.due()) {
            owners.put(due.lane(), due);
            metrics.gauge(List.of(due.tenant()));
            if (!due.resting() || !fingerprint(way(due)).equals(due.settings())) {
                ready.offer(due.lane(), due.failures() > 0 || memory.inTrouble(due.lane()));
            }
        }
    }

    private void work() {
        try {
            Optional<Integer> lane = ready.take();
            while (lane.isPresent()) {
                serve(lane.get());
                lane = ready.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(int id) {
        boolean more = false;
        try {
            Lanes.Due whose =
                    owners.computeIfAbsent(id, lane -> lanes.owner(lane).orElseThrow());
            Optional<Next> next = stint(id, whose);
            next.ifPresent(last -> afterwards(id, last));
            more = next.filter(Next.GoOn.class::isInstance).isPresent();
        } catch (LeaseLost e) {
            LOG.log(Level.INFO, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "lane " + id + " could not be served; trying again", e);
            wakeUps.at(id, AFTER_MISHAP);
        } finally {
            requests.remove(id);
            ready.done(id, more && !stopping, memory::inTrouble);
        }
    }

    private Optional<Next> stint(int id, Lanes.Due whose) {
        Optional<Carrier> to = way(whose);
        String fingerprint = fingerprint(to);
        Optional<Lane> lane = lanes.lease(id, owner, fingerprint);
        if (lane.isEmpty()) {
            return Optional.empty();
        }
        if (to.isEmpty()) {
            lanes.settle(lane.get(), lane.get().settled(), unconfigured(lane.get()), fingerprint, true);
            return Optional.empty();
        }
        return new Stint(tools, lane.get(), to.get(), fingerprint).serve(new Around(id));
    }

    private static Verdict unconfigured(Lane lane) {
        return new Verdict(
                lane.settled(),
                0,
                Optional.empty(),
                lane.learned(),
                Trouble.after(lane.failures()),
                new Next.Pause("this destination is not configured any more"));
    }

    private void afterwards(int id, Next last) {
        if (last instanceof Next.BackOff || last instanceof Next.Pause) {
            fresh.standsStill(id);
        }
        if (last instanceof Next.BackOff backOff) {
            wakeUps.at(id, backOff.time());
        } else if (last instanceof Next.Rest rest) {
            wakeUps.at(id, rest.time());
        } else if (last instanceof Next.Pause) {
            // Found again by the look at all lanes: once an hour, or when settings change or an operator says so.
            wakeUps.quiet(id);
        }
    }

    private Optional<Carrier> way(Lanes.Due lane) {
        return ways.to(lane.tenant(), lane.destination());
    }

    private static String fingerprint(Optional<Carrier> to) {
        return to.map(Carrier::fingerprint).orElse(Fingerprint.NONE);
    }

    /** Stops taking, finishes what is in flight, gives lanes back. */
    @PreDestroy
    synchronized void stop() {
        if (ready == null || stopping) {
            return;
        }
        stopping = true;
        ready.close();
        wakeUps.now();
        long end = System.nanoTime() + FINISH_WITHIN.toNanos();
        try {
            for (Thread thread : running) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readers.shutdown();
        running.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
    }

    /** What a stint sees of its node. */
    private final class Around implements Stint.Surroundings {
        private final int lane;

        Around(int lane) {
            this.lane = lane;
        }

        @Override
        public boolean othersWait() {
            return ready.othersWait(lane);
        }

        @Override
        public void looksAgain() {
            ready.readyAgain(lane);
        }

        @Override
        public boolean stopping() {
            return stopping;
        }

        @Override
        public void requestBegins() {
            requests.put(lane, System.nanoTime());
        }
    }
}
