package org.lectern.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deeds side by side, each on a thread of its own. */
public final class Together {

    private Together() {}

    /**
     * Does them all and returns when all are done.
     *
     * @throws IOException when one of them failed, with its failure as the cause
     */
    public static void run(List<Callable<Boolean>> deeds) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        try {
            for (Future<Boolean> done : threads.invokeAll(deeds)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("one of " + deeds.size() + " failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
