package org.lectern.gateway.caption;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cleans the text of one cue (WebVTT §6.4). Tags of cues stay, well nested and closed; any other tag goes and its words stay, escaped. Used once,
 * by one thread.
 */
final class CueText {

    private static final Set<String> TAGS = Set.of("b", "i", "u", "c", "v", "lang", "ruby", "rt");
    private static final Pattern START =
            Pattern.compile("(?<name>[A-Za-z]+)(?<classes>(?:\\.[^\\s.]*)*)(?:\\s+(?<more>.*))?", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}");
    /** What looks like a tag of any language; other angle brackets are meant as such. */
    private static final Pattern TAG = Pattern.compile("/?[A-Za-z!?].*|/", Pattern.DOTALL);

    private static final Pattern OVERRIDE = Pattern.compile("\\{\\\\[^{}\\n]{0,100}}");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(?<decimal>\\d{1,7})|#[xX](?<hex>[0-9A-Fa-f]{1,6})|(?<name>[a-z]{2,5}));");
    private static final Map<String, Integer> NAMED = Map.of(
            "amp",
            (int) '&',
            "lt",
            (int) '<',
            "gt",
            (int) '>',
            "quot",
            (int) '"',
            "apos",
            (int) '\'',
            "nbsp",
            0xA0,
            "lrm",
            0x200E,
            "rlm",
            0x200F);
    private static final int DEEPEST = 8;
    private static final int LONGEST_NAME = 100;

    private final String written;
    private final long from;
    private final long to;
    private final StringBuilder clean = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private long lastTime;

    private CueText(String written, long from, long to) {
        this.written = written;
        this.from = from;
        this.to = to;
        this.lastTime = from;
    }

    /** Of a cue that is shown from here to there, milliseconds: times within it must lie between. Empty when it says nothing. */
    static String clean(String written, long from, long to) {
        return new CueText(written, from, to).clean();
    }

    /** The same of SubRip, where braces hold wishes for places and fonts. */
    static String cleanSubRip(String written, long from, long to) {
        return clean(OVERRIDE.matcher(written).replaceAll(""), from, to);
    }

    /** The words alone. */
    static String plain(String cleaned) {
        return cleaned.replaceAll("<[^>]*>", "");
    }

    private String clean() {
        int at = 0;
        while (at < written.length()) {
            char sign = written.charAt(at);
            at = sign == '<' ? tag(at) : sign == '&' ? entity(at) : letter(at);
        }
        while (!open.isEmpty()) {
            close();
        }
        String lines = withoutBlankLines(clean.toString());
        return plain(lines).isBlank() ? "" : lines;
    }

    private int letter(int at) {
        int point = written.codePointAt(at);
        put(point);
        return at + Character.charCount(point);
    }

    private int entity(int at) {
        Matcher found = ENTITY.matcher(written).region(at, written.length());
        if (!found.lookingAt()) {
            return letter(at);
        }
        Integer point = found.group("decimal") != null
                ? Integer.valueOf(found.group("decimal"))
                : found.group("hex") != null ? Integer.valueOf(found.group("hex"), 16) : NAMED.get(found.group("name"));
        if (point == null) {
            return letter(at);
        }
        put(point);
        return found.end();
    }

    private int tag(int at) {
        int end = at + 1;
        while (end < written.length() && written.charAt(end) != '>' && written.charAt(end) != '<') {
            end++;
        }
        boolean closed = end < written.length() && written.charAt(end) == '>';
        String inside = closed ? written.substring(at + 1, end) : "";
        OptionalLong time = CueTime.read(inside);
        if (time.isPresent()) {
            time(time.getAsLong());
        } else if (!TAG.matcher(inside).matches()) {
            return letter(at);
        } else if (inside.startsWith("/")) {
            end(inside.substring(1).strip().toLowerCase(Locale.ROOT));
        } else {
            start(inside);
        }
        return end + 1;
    }

    private void time(long millis) {
        if (millis > lastTime && millis < to && millis > from) {
            lastTime = millis;
            clean.append('<').append(CueTime.text(millis)).append('>');
        }
    }

    private void start(String inside) {
        Matcher parts = START.matcher(inside);
        String name = parts.matches() ? parts.group("name").toLowerCase(Locale.ROOT) : "";
        String more = TAGS.contains(name) && parts.group("more") != null ? words(parts.group("more")) : "";
        boolean fits = TAGS.contains(name)
                && open.size() < DEEPEST
                && (!name.equals("rt") || "ruby".equals(open.peek()))
                && (!name.equals("lang") || LANGUAGE.matcher(more).matches());
        if (!fits) {
            return;
        }
        open.push(name);
        clean.append('<').append(name);
        for (String kind : parts.group("classes").split("\\.")) {
            if (CLASS.matcher(kind).matches()) {
                clean.append('.').append(kind);
            }
        }
        if (!more.isEmpty() && (name.equals("v") || name.equals("lang"))) {
            clean.append(' ').append(more);
        }
        clean.append('>');
    }

    /** Closes what is still open within it, too; an end without a start is nothing. */
    private void end(String name) {
        if (open.contains(name)) {
            while (!open.peek().equals(name)) {
                close();
            }
            close();
        }
    }

    private void close() {
        clean.append("</").append(open.pop()).append('>');
    }

    /** A speaker's name or a language, as plain text: escaped, on one line. */
    private static String words(String annotation) {
        CueText text = new CueText(annotation.replace('<', ' '), 0, 0);
        String clean = text.clean().replaceAll("\\s+", " ").strip();
        return clean.length() <= LONGEST_NAME ? clean : "";
    }

    private void put(int point) {
        switch (point) {
            case '&' -> clean.append("&amp;");
            case '<' -> clean.append("&lt;");
            case '>' -> clean.append("&gt;");
            case 0xA0 -> clean.append("&nbsp;");
            case 0x200E -> clean.append("&lrm;");
            case 0x200F -> clean.append("&rlm;");
            case '\t' -> clean.append(' ');
            case '\n' -> clean.append('\n');
            default -> {
                boolean character = Character.isValidCodePoint(point)
                        && !Character.isISOControl(point)
                        && Character.getType(point) != Character.SURROGATE;
                if (character) {
                    clean.appendCodePoint(point);
                }
            }
        }
    }

    /** A blank line would end the cue. */
    private static String withoutBlankLines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
