package org.lectern.gateway.page;

import java.security.SecureRandom;

/** Numbers for people to quote: short, unmistakable when read aloud, the same on the page and in our log. */
public final class Reference {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    private Reference() {}

    /** A new one, such as {@code 7KQ2M-XW94T}. */
    public static String fresh(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            text.append(i == LENGTH / 2 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
