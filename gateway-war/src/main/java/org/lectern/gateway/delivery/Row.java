package org.lectern.gateway.delivery;

import org.lectern.gateway.lrs.StoredStatement;

/** One entry of a lane. */
record Row(long position, String actorKey, StoredStatement statement) {

    int bytes() {
        return statement.body().length;
    }
}
