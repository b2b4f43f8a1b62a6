package org.lectern.gateway.caption;

/** A file that is no captions we can take. Its message is for whoever chose the file: what is wrong, in which line, what to do. */
public final class CaptionsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    CaptionsRefused(String code, String detail) {
        super(detail);
        this.code = code;
    }

    static CaptionsRefused inLine(int line, String code, String detail) {
        return new CaptionsRefused(code, "Line " + line + ": " + detail);
    }

    /** Its name, such as {@code captions.timing}. */
    public String code() {
        return code;
    }
}
