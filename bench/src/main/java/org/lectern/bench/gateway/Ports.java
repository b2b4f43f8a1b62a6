package org.lectern.bench.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Hands out ports of this machine that nobody uses: from {@code lectern.bench.ports} on (a number), else any. Safe for any thread. */
public final class Ports {

    private static final int MOST = 100;
    private static int next = Integer.getInteger("lectern.bench.ports", 0);
    private static final int END = next + MOST;

    private Ports() {}

    /** A port that is free now. */
    public static synchronized int free() {
        while (next > 0 && next < END) {
            int candidate = next++;
            try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("no free port on this machine", none);
        }
    }
}
