package org.lectern.lti.keys;

/** The life of a tool key: published ahead of use, signing, published until the last token it signed is over. */
public enum KeyState {
    NEXT,
    ACTIVE,
    RETIRING
}
