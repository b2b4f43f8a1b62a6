package org.lectern.gateway.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from all others (IANA special-purpose registries). Pure. */
final class AddressGuard {

    /** Networks that are not public: first address, prefix length. */
    private static final long[][] CLOSED = {
        network(0, 0, 0, 8), // this network
        network(10, 0, 0, 8),
        network(100, 64, 0, 10), // carrier-grade NAT
        network(127, 0, 0, 8),
        network(169, 254, 0, 16), // link-local, cloud metadata
        network(172, 16, 0, 12),
        network(192, 0, 0, 24),
        network(192, 0, 2, 24), // documentation
        network(192, 88, 99, 24), // 6to4 relays
        network(192, 168, 0, 16),
        network(198, 18, 0, 15), // benchmarking
        network(198, 51, 100, 24),
        network(203, 0, 113, 24),
        network(224, 0, 0, 4), // multicast
        network(240, 0, 0, 4), // reserved, broadcast
    };

    private AddressGuard() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        long value = 0;
        for (byte part : bytes) {
            value = value << 8 | part & 0xff;
        }
        for (long[] network : CLOSED) {
            if (value >>> 32 - network[1] == network[0] >>> 32 - network[1]) {
                return false;
            }
        }
        return true;
    }

    // Only 2000::/3 is handed out. That leaves out loopback, fc00::/7, fe80::/10, multicast, IPv4-mapped and
    // -compatible, NAT64.
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = first >>> 13 == 1;
        boolean protocols = first == 0x2001 && second < 0x0200; // Teredo, ORCHID and the like
        boolean documentation = first == 0x2001 && second == 0x0db8 || first == 0x3fff && second < 0x1000;
        boolean sixToFour = first == 0x2002;
        return global && !protocols && !documentation && !sixToFour;
    }

    private static long[] network(long a, long b, long c, long prefix) {
        return new long[] {a << 24 | b << 16 | c << 8, prefix};
    }
}
