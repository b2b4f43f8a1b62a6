package org.lectern.playground.lms;

/**
 * The authorization endpoint does not answer with a token. Shown: the LMS says so on a page of its own, and the tool
 * never hears. Else the error is posted to the redirect URI (OpenID Connect Core 3.1.2.6).
 */
final class AuthRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final boolean shown;

    private AuthRefused(String code, String message, boolean shown) {
        super(message);
        this.code = code;
        this.shown = shown;
    }

    static AuthRefused shown(String message) {
        return new AuthRefused("invalid_request", message, true);
    }

    static AuthRefused posted(String code, String message) {
        return new AuthRefused(code, message, false);
    }

    String code() {
        return code;
    }

    boolean isShown() {
        return shown;
    }
}
