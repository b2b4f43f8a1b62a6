package org.lectern.playground.lms.registration;

import java.util.List;

/** A registration is not taken; status, error code (OpenID Dynamic Client Registration §3.3) and words. */
final class RegistrationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final transient List<String> faults;

    RegistrationRefused(int status, String code, List<String> faults) {
        super(code);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    List<String> faults() {
        return faults;
    }
}
