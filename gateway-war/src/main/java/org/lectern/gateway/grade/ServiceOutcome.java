package org.lectern.gateway.grade;

import java.time.Duration;
import java.util.Optional;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.outbound.Unreachable;
import org.lectern.lti.access.ServiceFailed;
import org.lectern.lti.access.ServiceFault;

/** What it means for a lane that a platform did not take a score. Pure. */
final class ServiceOutcome {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private ServiceOutcome() {}

    static DeliveryOutcome of(ServiceFailed failed) {
        ServiceFault fault = failed.fault();
        return switch (fault) {
            case TOKEN_BUSY, SERVICE_BUSY ->
                new DeliveryOutcome.Busy(failed.retryAfter().map(ServiceOutcome::bounded));
            case TOKEN_UNREACHABLE, TOKEN_FAILED -> new DeliveryOutcome.Failed(words(failed), false);
            case SERVICE_UNREACHABLE -> new DeliveryOutcome.Failed(words(failed), reached(failed));
            case SERVICE_FAILED -> new DeliveryOutcome.Failed(words(failed), true);
            case SERVICE_UNUSABLE, SERVICE_GONE -> new DeliveryOutcome.Odd(words(failed));
            default -> new DeliveryOutcome.Barred(words(failed) + " " + fault.remedy());
        };
    }

    private static String words(ServiceFailed failed) {
        return failed.getMessage() + ": " + failed.fault().sentence();
    }

    private static boolean reached(ServiceFailed failed) {
        return Optional.ofNullable(failed.getCause())
                .map(Throwable::getCause)
                .filter(Unreachable.class::isInstance)
                .map(cause -> ((Unreachable) cause).kind().reached())
                .orElse(false);
    }

    private static Duration bounded(Duration asked) {
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
