package org.lectern.gateway.operations.admin;

/** A command that cannot be carried out: in words, and as an {@link Exit} number. */
final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;

    Failed(int exit, String message, Throwable cause) {
        super(message.endsWith(".") || message.endsWith("?") ? message : message + ".", cause);
        this.exit = exit;
    }

    static Failed usage(String message) {
        return new Failed(Exit.USAGE, message + "; ./lectern admin help tells what there is", null);
    }

    int exit() {
        return exit;
    }
}
