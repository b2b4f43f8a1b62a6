package org.lectern.gateway.delivery;

import org.lectern.config.lrs.Destination;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.LrsClient;
import org.lectern.gateway.lrs.Parcel;
import org.lectern.gateway.lrs.ReadBack;
import org.lectern.gateway.lrs.StoredStatement;

/** The way to an LRS. */
record LrsCarrier(LrsClient lrs, Destination to, Manner manner, String fingerprint) implements Carrier {

    LrsCarrier(LrsClient lrs, Destination to) {
        this(lrs, to, Manner.of(to.dialect()), Fingerprint.of(to));
    }

    @Override
    public DeliveryOutcome post(Parcel parcel) {
        return lrs.post(to, parcel);
    }

    @Override
    public ReadBack readBack(StoredStatement entry) {
        return lrs.readBack(to, entry);
    }
}
