package org.lectern.gateway.problem;

import java.time.Duration;
import java.util.Optional;

/** A request that is refused, by name, in words for the caller. Never carries secrets, tokens or personal data. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param status HTTP status
     * @param code its name, stable, for example {@code facts.too_large}
     * @param detail what was wrong and what to do
     */
    public Problem(int status, String code, String detail) {
        this(status, code, detail, Optional.empty(), null);
    }

    private Problem(int status, String code, String detail, Optional<Duration> retryAfter, Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** The same with a wish when to come again. */
    public Problem retryAfter(Duration wait) {
        return new Problem(status, code, getMessage(), Optional.of(wait), getCause());
    }

    /** The same with what led to it. */
    public Problem causedBy(Throwable cause) {
        return new Problem(status, code, getMessage(), retryAfter, cause);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Its name. */
    public String code() {
        return code;
    }

    /** When to come again, if that helps. */
    public Optional<Duration> retryAfter() {
        return retryAfter == null ? Optional.empty() : retryAfter;
    }
}
