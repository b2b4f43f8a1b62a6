package org.lectern.gateway.outbound;

import java.net.UnknownHostException;

/** A name that resolves into a network which tenants must not reach. */
final class PrivateAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    PrivateAddress(String host) {
        super(host + " has an address that is not on the public internet; an operator may allow those with"
                + " lectern.allow-private-addresses=true");
    }
}
