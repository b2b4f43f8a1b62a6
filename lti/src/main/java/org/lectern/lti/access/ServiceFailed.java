package org.lectern.lti.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A call to a platform's service came to nothing. The message names the fault and a detail for logs: a status, an error code
 * of the standard, a host; never tokens, assertions or persons.
 */
public final class ServiceFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ServiceFault fault;
    private final String detail;
    private final Duration retryAfter;

    public ServiceFailed(ServiceFault fault, String detail) {
        this(fault, detail, Optional.empty(), null);
    }

    public ServiceFailed(ServiceFault fault, String detail, Optional<Duration> retryAfter, Throwable cause) {
        super(fault.code() + ": " + detail, cause);
        this.fault = Objects.requireNonNull(fault);
        this.detail = detail;
        this.retryAfter = retryAfter.orElse(null);
    }

    /** What a status other than 2xx means, with the wait it asks for. */
    public static ServiceFailed of(ServiceAnswer answer, Clock clock) {
        return new ServiceFailed(
                ServiceFault.ofStatus(answer.status()),
                "HTTP " + answer.status(),
                RetryAfter.of(answer, clock.instant()),
                null);
    }

    public ServiceFault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }

    /** How long the platform asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
