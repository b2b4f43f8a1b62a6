package org.lectern.playground.lms.service;

import java.util.List;

/** A service does not do what was asked; status and words for the answer. */
final class ServiceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String error;
    private final transient List<String> faults;

    ServiceRefused(int status, String error, List<String> faults) {
        super(status + " " + error);
        this.status = status;
        this.error = error;
        this.faults = List.copyOf(faults);
    }

    static ServiceRefused of(int status, String error, String fault) {
        return new ServiceRefused(status, error, List.of(fault));
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    List<String> faults() {
        return faults;
    }
}
