package org.lectern.gateway.launch;

import java.util.Locale;

/** Who started a login, as its row says. */
enum LoginStart {
    /** The platform, by sending the browser here. */
    PLATFORM,
    /** We, once by ourselves in the same frame, after an error that may pass. */
    FRAME,
    /** Somebody, by opening a window of its own. */
    WINDOW;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LoginStart of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
