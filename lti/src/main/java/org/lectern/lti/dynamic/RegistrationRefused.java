package org.lectern.lti.dynamic;

import java.util.Objects;
import java.util.Optional;

/**
 * A registration that did not come about: one {@link RegistrationRefusal}, a {@code detail} for the log, and the platform's
 * own words where it had some. Neither holds a token; both are one line without control characters.
 */
public class RegistrationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RegistrationRefusal refusal;
    private final String detail;
    private final transient Optional<String> words;

    public RegistrationRefused(RegistrationRefusal refusal, String detail) {
        this(refusal, detail, Optional.empty(), null);
    }

    public RegistrationRefused(RegistrationRefusal refusal, String detail, Throwable cause) {
        this(refusal, detail, Optional.empty(), cause);
    }

    RegistrationRefused(RegistrationRefusal refusal, String detail, Optional<String> words, Throwable cause) {
        super(refusal.code() + ": " + detail, cause);
        this.refusal = refusal;
        this.detail = Objects.requireNonNull(detail);
        this.words = words;
    }

    public RegistrationRefusal refusal() {
        return refusal;
    }

    public String detail() {
        return detail;
    }

    /** What the platform said, to be shown as a quotation; untrusted text. */
    public Optional<String> words() {
        return words == null ? Optional.empty() : words;
    }
}
