package org.lectern.adapter;

import java.util.UUID;

/** Gives statements their ids. Inject it into an adapter; tests hand in ids of their own. */
@FunctionalInterface
public interface StatementIds {

    /** A fresh version 4 UUID. */
    UUID next();
}
