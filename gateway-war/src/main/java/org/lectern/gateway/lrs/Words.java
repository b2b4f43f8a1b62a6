package org.lectern.gateway.lrs;

import java.nio.charset.StandardCharsets;

/** Makes an LRS's answer fit for people's eyes: plain text on one line, at most 1,000 characters. Pure. */
public final class Words {

    private static final int MOST = 1000;
    private static final int READ = 16 * 1024;

    private Words() {}

    /** What an answer says; empty text for nothing. */
    public static String of(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, READ), StandardCharsets.UTF_8)
                .replaceAll("(?is)<(script|style)\\b.*?</\\1>", " ")
                .replaceAll("<[^<>]{0,500}>", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\s]+", " ")
                .strip();
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
        return text.substring(0, end) + "…";
    }
}
