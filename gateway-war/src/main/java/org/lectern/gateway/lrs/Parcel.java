package org.lectern.gateway.lrs;

/**
 * Statements on their way, given up when the request is over. The server's {@code @Timeout} keeps a call's arguments until the
 * time-out would have struck, long after the call has returned: at full speed that is every statement of the last 40 s, more
 * than the heap. So the call gets a parcel, which the sender empties. For one request; the emptying is seen by every thread.
 */
public final class Parcel implements AutoCloseable {

    private volatile Joined statements;

    /** @param statements one batch, in order */
    public Parcel(Joined statements) {
        this.statements = statements;
    }

    /** What is in it; nothing once it was given up. */
    public Joined statements() {
        return statements;
    }

    @Override
    public void close() {
        statements = Joined.NOTHING;
    }
}
