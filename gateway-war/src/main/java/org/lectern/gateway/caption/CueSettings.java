package org.lectern.gateway.caption;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Where a cue stands on the picture (WebVTT §4.4): known settings with sensible values stay, everything else is dropped. */
final class CueSettings {

    private static final String PERCENT = "(?:100(?:\\.0{1,3})?|\\d{1,2}(?:\\.\\d{1,3})?)%";
    private static final Map<String, Pattern> KNOWN = Map.of(
            "vertical",
            Pattern.compile("rl|lr"),
            "line",
            Pattern.compile("(?:" + PERCENT + "|-?\\d{1,3})(?:,(?:start|center|end))?"),
            "position",
            Pattern.compile(PERCENT + "(?:,(?:line-left|center|line-right))?"),
            "size",
            Pattern.compile(PERCENT),
            "align",
            Pattern.compile("start|center|end|left|right"));

    private CueSettings() {}

    static String clean(String written) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String part : written.strip().split("[ \\t]+")) {
            int colon = part.indexOf(':');
            Pattern form = colon < 0 ? null : KNOWN.get(part.substring(0, colon));
            if (form != null && form.matcher(part.substring(colon + 1)).matches()) {
                kept.putIfAbsent(part.substring(0, colon), part);
            }
        }
        return String.join(" ", kept.values());
    }
}
