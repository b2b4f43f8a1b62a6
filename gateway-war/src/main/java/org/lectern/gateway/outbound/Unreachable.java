package org.lectern.gateway.outbound;

/** No answer from outside, and in which way. The message names host and kind, never headers or bodies. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong. */
    public enum Kind {
        /** The address itself is not one we use: scheme, user-info, no host. */
        ADDRESS(false),
        /** The name does not resolve. */
        DNS(false),
        /** It resolves into a closed network. */
        PRIVATE_ADDRESS(false),
        /** Nobody listens there, or the way there is cut. */
        REFUSED(false),
        /** No connection within the connect time. */
        CONNECT_TIMEOUT(false),
        /** Certificate or handshake. */
        TLS(false),
        /** Connected, but no whole answer within the time given. */
        TIMEOUT(true),
        /** The connection broke before the answer was whole, or it was no HTTP. */
        RESET(true),
        /** The answer is longer than we read. */
        TOO_LARGE(true);

        private final boolean reached;

        Kind(boolean reached) {
            this.reached = reached;
        }

        /** Whether the other side may have seen the request. */
        public boolean reached() {
            return reached;
        }
    }

    Unreachable(Kind kind, String host, Throwable cause) {
        super(host + ": " + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), cause);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }
}
