package org.lectern.gateway.delivery;

/** Somebody else has leased the lane since: what we were about to write is refused. Nothing is lost; he sends it again. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(int lane) {
        super("lane " + lane + " is leased by somebody else by now");
    }
}
