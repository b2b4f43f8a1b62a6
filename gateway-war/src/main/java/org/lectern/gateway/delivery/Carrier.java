package org.lectern.gateway.delivery;

import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.Parcel;
import org.lectern.gateway.lrs.ReadBack;
import org.lectern.gateway.lrs.StoredStatement;

/**
 * The way to one destination: brings entries of its lanes there and says what the answer means. Throws nothing for anything that
 * the other side or the network does, except a fault tolerance's time-out. Safe for any thread; blocks the calling one.
 */
public interface Carrier {

    /** Brings entries; the lane goes on by what comes back. */
    DeliveryOutcome post(Parcel parcel);

    /** Asks for an entry that was answered with a conflict; asked of none that never says so. */
    default ReadBack readBack(StoredStatement entry) {
        return new ReadBack.Same();
    }

    /** How it wants its entries. */
    Manner manner();

    /** Tells whether it is still set up as it was, without telling how; a lane that waits is tried at once when it changes. */
    String fingerprint();
}
