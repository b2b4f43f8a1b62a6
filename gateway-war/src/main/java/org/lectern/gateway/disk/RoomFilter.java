package org.lectern.gateway.disk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.lectern.gateway.problem.Problem;

/** Stands before every {@link NeedsRoom} method. */
@Provider
@NeedsRoom
@ApplicationScoped
public class RoomFilter implements ContainerRequestFilter {

    private final DiskGuard guard;

    @Inject
    public RoomFilter(DiskGuard guard) {
        this.guard = guard;
    }

    protected RoomFilter() { // CDI proxy
        this(null);
    }

    /** @throws Problem 503 {@code disk.full} with a time to come again */
    @Override
    public void filter(ContainerRequestContext request) {
        if (!guard.accepting()) {
            throw new Problem(
                            503,
                            "disk.full",
                            "The server has no room left. Keep what you have and send it again later.")
                    .retryAfter(guard.comeAgain());
        }
    }
}
