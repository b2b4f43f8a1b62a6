package org.lectern.gateway.lrs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the answer to a POST of statements: a JSON array of strings and nothing else (xAPI 1.0.3 part 3 §2.1.2). Pure. */
final class IdArray {

    private final byte[] text;
    private int at;

    private IdArray(byte[] text) {
        this.text = text;
    }

    /** The strings, or nothing if the body is anything else. An id needs no escapes, so a string with one is "anything else". */
    static Optional<List<String>> parse(byte[] body) {
        return new IdArray(body).array();
    }

    private Optional<List<String>> array() {
        List<String> ids = new ArrayList<>();
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
            ids.add(new String(text, start, at - start, StandardCharsets.ISO_8859_1));
            at++;
        } while (next(','));
        return next(']') && atEnd() ? Optional.of(ids) : Optional.empty();
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
