package org.lectern.gateway.caption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the lines of a file to its cues. Used once, by one thread. */
final class CueReader {

    private static final String ARROW = "-->";
    private static final Pattern TIMING = Pattern.compile(
            "\\s*(?<from>" + CueTime.FORM + ")\\s*-->\\s*(?<to>" + CueTime.FORM + ")(?:\\s+(?<settings>.*))?\\s*");
    private static final int MOST_CUES = 20_000;
    private static final int LONGEST_TEXT = 2_000;

    private final List<String> lines;
    private final boolean webVtt;
    private final List<Cue> cues = new ArrayList<>();
    private int at;

    CueReader(String text, boolean webVtt) {
        this.lines = List.of(text.split("\n", -1));
        this.webVtt = webVtt;
    }

    Captions read() {
        if (webVtt) {
            skipBlock();
        }
        while (at < lines.size()) {
            if (blank(at)) {
                at++;
            } else if (timing(at)) {
                cue();
            } else if (timing(at + 1)) {
                at++; // the cue's name or number, which nothing needs
            } else {
                noCue();
            }
        }
        if (cues.isEmpty()) {
            throw new CaptionsRefused("captions.empty", "There are no captions in this file.");
        }
        cues.sort(Comparator.comparingLong(Cue::from));
        return new Captions(cues);
    }

    /** Notes, styles and regions of WebVTT go, and what browsers would not read either. SubRip has nothing but cues. */
    private void noCue() {
        if (webVtt) {
            skipBlock();
        } else if (cues.isEmpty()) {
            throw new CaptionsRefused(
                    "captions.format", "These are no captions in WebVTT (.vtt) or SubRip (.srt). Choose such a file.");
        } else {
            throw CaptionsRefused.inLine(
                    at + 1,
                    "captions.timing",
                    "here should stand when the next caption is shown, as in" + " 00:01:02,500 --> 00:01:04,000.");
        }
    }

    private void skipBlock() {
        while (at < lines.size() && !blank(at) && !timing(at)) {
            at++;
        }
    }

    private void cue() {
        int line = at + 1;
        Matcher timing = TIMING.matcher(lines.get(at));
        if (!timing.matches()) {
            throw CaptionsRefused.inLine(
                    line, "captions.timing", "this is no time of a caption, such as 00:01:02.500 --> 00:01:04.000.");
        }
        long from = time(timing.group("from"), line);
        long to = time(timing.group("to"), line);
        if (to < from) {
            throw CaptionsRefused.inLine(line, "captions.timing", "this caption ends before it begins.");
        }
        at++;
        String text = text();
        // Nobody would ever see what is shown for no time.
        String clean = to == from ? "" : webVtt ? CueText.clean(text, from, to) : CueText.cleanSubRip(text, from, to);
        if (clean.length() > LONGEST_TEXT) {
            throw CaptionsRefused.inLine(
                    line, "captions.too_long", "one caption has more than " + LONGEST_TEXT + " characters.");
        }
        if (!clean.isEmpty()) {
            add(new Cue(from, to, webVtt ? settings(timing) : "", clean));
        }
    }

    private void add(Cue cue) {
        if (cues.size() == MOST_CUES) {
            throw new CaptionsRefused(
                    "captions.too_long", "There are more than " + MOST_CUES + " captions in this file.");
        }
        cues.add(cue);
    }

    private String text() {
        List<String> text = new ArrayList<>();
        while (at < lines.size() && !blank(at) && !timing(at)) {
            text.add(lines.get(at++));
        }
        return String.join("\n", text);
    }

    private static String settings(Matcher timing) {
        return timing.group("settings") == null ? "" : CueSettings.clean(timing.group("settings"));
    }

    private static long time(String text, int line) {
        OptionalLong time = CueTime.read(text);
        if (time.isEmpty()) {
            throw CaptionsRefused.inLine(line, "captions.timing", text + " is no time: minutes and seconds end at 59.");
        }
        return time.getAsLong();
    }

    private boolean blank(int line) {
        return lines.get(line).isBlank();
    }

    private boolean timing(int line) {
        return line < lines.size() && lines.get(line).contains(ARROW);
    }
}
