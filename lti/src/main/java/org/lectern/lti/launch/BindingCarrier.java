package org.lectern.lti.launch;

/** What brought the binding secret back, and so proved that the launch comes from the browser that started its login. */
public enum BindingCarrier {
    /** The login's own cookie ({@link CookieBinding}). */
    COOKIE,
    /** The platform's storage (lti-pm-s 0.1), by way of a page of ours ({@link LaunchRequest#boundBy}). */
    STORAGE
}
