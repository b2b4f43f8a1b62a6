package org.lectern.gateway.storage;

/** There is no such object, or not all of it. Trying again does not help. */
public final class NotInStorage extends StorageFailed {

    private static final long serialVersionUID = 1L;

    NotInStorage(String object, Throwable cause) {
        super("not in storage object=" + object, cause);
    }
}
