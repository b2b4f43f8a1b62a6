package org.lectern.config.setting;

import java.util.regex.Pattern;

/** A wrong value as it may be shown in a message: short, on one line, without what is likely to be a secret. */
final class Shown {

    static final String HIDDEN = "a value I cannot use";

    private static final int MAX_LENGTH = 80;
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");

    private Shown() {}

    static String of(String text) {
        if (USER_INFO.matcher(text).find()) {
            return "an address with a user name or password in it";
        }
        int query = text.contains("://") ? text.indexOf('?') : -1;
        String kept = query < 0 ? text : text.substring(0, query + 1) + "…";
        String line = kept.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line) + "'";
    }
}
