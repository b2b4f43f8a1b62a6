package org.lectern.gateway.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the outbound client, which connects to exactly the addresses returned here. A name with any closed
 * address is refused as a whole; a name server that does not answer in time counts as "unknown host".
 */
final class GuardedNames implements DnsResolver {

    private static final int MOST_ADDRESSES = 3;
    private static final long SECONDS = 5;

    private final Lookup lookup;
    private final boolean allowPrivate;
    private final ExecutorService threads;

    /** Where addresses come from: the system, or a table in tests. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    GuardedNames(Lookup lookup, boolean allowPrivate, ExecutorService threads) {
        this.lookup = lookup;
        this.allowPrivate = allowPrivate;
        this.threads = threads;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = inTime(host);
        if (!allowPrivate && !Arrays.stream(found).allMatch(AddressGuard::isPublic)) {
            throw new PrivateAddress(host);
        }
        return Arrays.copyOf(found, Math.min(found.length, MOST_ADDRESSES));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] inTime(String host) throws UnknownHostException {
        try {
            return threads.submit(() -> lookup.all(host)).get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
