package org.lectern.gateway.library;

import java.util.Optional;
import org.lectern.gateway.problem.Problem;

/**
 * A page of videos that somebody wants to see.
 *
 * @param among which of those they may see
 * @param channel only what is published in it, in its order
 * @param typed what they look for; empty for everything
 * @param after where the page before ended
 * @param size videos of a page
 */
record Wish(Among among, Optional<Long> channel, String typed, Optional<Place> after, int size) {

    private static final int USUAL_SIZE = 24;
    private static final int MOST_SIZE = 100;
    private static final int MOST_TYPED = 200;

    /** Which videos. */
    enum Among {
        /** What is published in the course and the institution, and what is declared by file. */
        FOUND,
        /** What they own or edit. */
        MINE,
        /** What they may put into a course: what they find, and what is theirs and not private. */
        CHOOSABLE,
        /** What they own or edit and have deleted. */
        DELETED
    }

    /** A place in a list: how many declared ones were shown, or the last of the others. */
    record Place(char kind, long number, String media) {

        static Place declared(long shown) {
            return new Place('d', shown, "");
        }

        /** @param micros since 1970 */
        static Place newest(long micros, String media) {
            return new Place('n', micros, media);
        }

        static Place inOrder(long position, String media) {
            return new Place('p', position, media);
        }

        static Place read(String text) {
            int dot = text.indexOf('.');
            try {
                if (dot > 1 && "dnp".indexOf(text.charAt(0)) >= 0 && text.length() < 100) {
                    return new Place(
                            text.charAt(0), Long.parseLong(text.substring(1, dot)), clean(text.substring(dot + 1)));
                }
            } catch (NumberFormatException noPlace) {
                throw malformed("'after' is not what a page before said.").causedBy(noPlace);
            }
            throw malformed("'after' is not what a page before said.");
        }

        String text() {
            return kind + "" + number + "." + media;
        }
    }

    /** @throws Problem 400 {@code library.malformed} */
    static Wish read(String among, String channel, String typed, String after, String size) {
        return new Wish(
                among == null ? Among.FOUND : among(among),
                Optional.ofNullable(channel).map(number -> number(number, Long.MAX_VALUE)),
                typed == null ? "" : clean(typed.substring(0, Math.min(typed.length(), MOST_TYPED))),
                Optional.ofNullable(after).map(Place::read),
                size == null ? USUAL_SIZE : (int) Math.max(1, number(size, MOST_SIZE)));
    }

    /** The first page. */
    static Wish first(Among among) {
        return new Wish(among, Optional.empty(), "", Optional.empty(), USUAL_SIZE);
    }

    private static Among among(String word) {
        return switch (word) {
            case "found" -> Among.FOUND;
            case "mine" -> Among.MINE;
            case "choosable" -> Among.CHOOSABLE;
            case "deleted" -> Among.DELETED;
            default -> throw malformed("'among' is 'found', 'mine', 'choosable' or 'deleted'.");
        };
    }

    private static long number(String text, long most) {
        try {
            return Math.min(Long.parseLong(text), most);
        } catch (NumberFormatException none) {
            throw malformed("'" + clean(text.substring(0, Math.min(text.length(), 20))) + "' is no number.")
                    .causedBy(none);
        }
    }

    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private static Problem malformed(String detail) {
        return new Problem(400, "library.malformed", detail);
    }
}
