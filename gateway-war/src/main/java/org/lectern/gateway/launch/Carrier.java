package org.lectern.gateway.launch;

import java.util.Locale;
import org.lectern.lti.launch.BindingCarrier;

/** What bound a launch to its browser, as the launch log and the metric say. */
public enum Carrier {
    /** The login's cookie, in the frame or window the platform opened. */
    COOKIE,
    /** The platform's storage. */
    STORAGE,
    /** The login's cookie, in a window of its own: neither had worked in the frame. */
    WINDOW;

    static Carrier of(BindingCarrier binding, LoginStart start) {
        if (start == LoginStart.WINDOW) {
            return WINDOW;
        }
        return binding == BindingCarrier.STORAGE ? STORAGE : COOKIE;
    }

    /** In lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
