package org.lectern.gateway.caption;

import java.util.ArrayList;
import java.util.List;

/**
 * Clean cues in order of time. Some may overlap: two people may speak at once.
 *
 * @param cues at least one
 */
public record Captions(List<Cue> cues) {

    public Captions {
        cues = List.copyOf(cues);
        if (cues.isEmpty()) {
            throw new IllegalArgumentException("captions without a cue");
        }
    }

    /** As a WebVTT file. */
    public String webVtt() {
        StringBuilder file = new StringBuilder("WEBVTT\n");
        cues.forEach(cue -> file.append('\n').append(cue.webVtt()));
        return file.toString();
    }

    /** As chapters: each ends at the latest where the next begins, has one line without markup, and stands nowhere on the picture. */
    public Captions asChapters() {
        List<Cue> chapters = new ArrayList<>();
        for (Cue cue : cues) {
            int last = chapters.size() - 1;
            boolean together = last >= 0 && chapters.get(last).from() == cue.from();
            if (!together && last >= 0 && chapters.get(last).to() > cue.from()) {
                Cue before = chapters.get(last);
                chapters.set(last, new Cue(before.from(), cue.from(), "", before.text()));
            }
            if (!together) {
                String title = CueText.plain(cue.text()).replace('\n', ' ').strip();
                chapters.add(new Cue(cue.from(), cue.to(), "", title));
            }
        }
        return new Captions(chapters);
    }
}
