package org.lectern.gateway.connection;

import java.time.Instant;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;

/**
 * A link by which an institution's administrator may register one platform, once.
 *
 * @param id its number, for people and logs; says nothing about the link
 * @param active whether what it registers may launch at once
 * @param used when something was registered with it
 * @param platform what that was called
 * @param lastTry the last attempt that failed, with its name and detail
 */
public record Invitation(
        long id,
        TenantId tenant,
        boolean active,
        Instant created,
        Instant expires,
        Optional<Instant> used,
        Optional<String> platform,
        Optional<Try> lastTry) {

    /** An attempt that failed. */
    public record Try(Instant at, String verdict, String detail) {}

    /** Whether it can still be used; expiry is the database's to say, this is for people. */
    boolean usable(Instant now) {
        return used.isEmpty() && now.isBefore(expires);
    }
}
