package org.lectern.gateway.delivery;

import java.util.concurrent.atomic.AtomicLong;

/** So many bytes and no more, shared by many. Safe for any thread. */
final class Allowance {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Allowance(long most) {
        this.most = most;
    }

    /** Whether there was room for so many more; then they are taken. */
    boolean take(long bytes) {
        return taken.getAndUpdate(before -> before + bytes <= most ? before + bytes : before) + bytes <= most;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
