package org.lectern.playground.institution;

/** The configuration cannot be used; the message names the property or file and what to change. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
