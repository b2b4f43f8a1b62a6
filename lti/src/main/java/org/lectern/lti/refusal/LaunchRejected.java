package org.lectern.lti.refusal;

import java.util.Objects;
import java.util.Optional;

/**
 * A login or launch that was refused: one {@link LaunchRefusal}, a {@code detail} for the launch log and the place it came
 * from. The detail names claims and limits, never token text, names or mail addresses, and has no control characters.
 */
public class LaunchRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LaunchRefusal refusal;
    private final String detail;
    private final transient LaunchSource source;

    public LaunchRejected(LaunchRefusal refusal, String detail) {
        this(refusal, detail, LaunchSource.UNKNOWN, null);
    }

    public LaunchRejected(LaunchRefusal refusal, String detail, Throwable cause) {
        this(refusal, detail, LaunchSource.UNKNOWN, cause);
    }

    public LaunchRejected(LaunchRefusal refusal, String detail, LaunchSource source, Throwable cause) {
        super(refusal.code() + ": " + detail, cause);
        this.refusal = refusal;
        this.detail = Objects.requireNonNull(detail);
        this.source = Objects.requireNonNull(source);
    }

    /** The same refusal with its source, for the caller that knows where the request came from. */
    public LaunchRejected from(LaunchSource known) {
        LaunchRejected located = new LaunchRejected(refusal, detail, known, getCause());
        located.setStackTrace(getStackTrace());
        return located;
    }

    public LaunchRefusal refusal() {
        return refusal;
    }

    public String detail() {
        return detail;
    }

    public LaunchSource source() {
        return source == null ? LaunchSource.UNKNOWN : source;
    }

    public Optional<String> registrationId() {
        return source().registrationId();
    }

    public Optional<String> issuer() {
        return source().issuer();
    }

    public Optional<String> clientId() {
        return source().clientId();
    }

    public Optional<String> deploymentId() {
        return source().deploymentId();
    }
}
