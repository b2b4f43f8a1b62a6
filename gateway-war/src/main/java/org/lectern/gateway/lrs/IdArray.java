package org.lectern.gateway.lrs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The answer to a POST of statements: a JSON array of strings and nothing else (xAPI 1.0.3 part 3 §2.1.2). An id needs no
 * escapes, so a string with one is "anything else". Pure.
 *
 * @param ids in order; null stands for a string that is no UUID
 */
record IdArray(List<UUID> ids) {

    private static final int UUID_LENGTH = 36;

    /** Reads the answer; nothing if the body is anything else. */
    static Optional<IdArray> parse(byte[] body) {
        return new Text(body).array().map(IdArray::new);
    }

    int count() {
        return ids.size();
    }

    /** Whether every one of the ids is among these. */
    boolean within(List<UUID> sent) {
        return ids.equals(sent) || new HashSet<>(sent).containsAll(ids);
    }

    private static final class Text {

        private final byte[] text;
        private int at;

        Text(byte[] text) {
            this.text = text;
        }

        Optional<List<UUID>> array() {
            List<UUID> ids = new ArrayList<>();
            if (!next('[')) {
                return Optional.empty();
            }
            if (next(']')) {
                return atEnd() ? Optional.of(ids) : Optional.empty();
            }
            do {
                if (!next('"')) {
                    return Optional.empty();
                }
                int start = at;
                while (at < text.length && text[at] != '"') {
                    if (text[at] == '\\' || text[at] < ' ') {
                        return Optional.empty();
                    }
                    at++;
                }
                ids.add(uuid(start, at));
                at++;
            } while (next(','));
            return next(']') && atEnd() ? Optional.of(ids) : Optional.empty();
        }

        // In place: at full speed half a million ids come back in a second.
        private UUID uuid(int start, int end) {
            if (end - start != UUID_LENGTH) {
                return null;
            }
            long most = 0;
            long least = 0;
            for (int i = 0; i < UUID_LENGTH; i++) {
                byte sign = text[start + i];
                if (i == 8 || i == 13 || i == 18 || i == 23) {
                    if (sign != '-') {
                        return null;
                    }
                    continue;
                }
                int digit = Character.digit(sign, 16);
                if (digit < 0) {
                    return null;
                }
                if (i < 18) {
                    most = most << 4 | digit;
                } else {
                    least = least << 4 | digit;
                }
            }
            return new UUID(most, least);
        }

        private boolean next(char wanted) {
            skipBlanks();
            if (at < text.length && text[at] == wanted) {
                at++;
                return true;
            }
            return false;
        }

        private boolean atEnd() {
            skipBlanks();
            return at >= text.length;
        }

        private void skipBlanks() {
            while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
                at++;
            }
        }
    }
}
