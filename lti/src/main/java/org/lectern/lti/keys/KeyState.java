package org.lectern.lti.keys;

/** The life of a tool key, always in this direction. */
public enum KeyState {

    /** Published, not used yet, so that platforms know it before the first token it signs. */
    NEXT,

    /** Signs. */
    ACTIVE,

    /** Signs no more; published until the last token it signed is over. */
    RETIRING,

    /** In wrong hands: neither published nor used, and its private half forgotten. */
    REVOKED
}
