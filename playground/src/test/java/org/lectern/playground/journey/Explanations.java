package org.lectern.playground.journey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Why statements differ in shape from the examples of their events; people read it in {@code adapters/README.md}, "What ours say".
 *
 * @param differences those that are right
 * @param untold by example, why nothing like it is told in the journey
 */
record Explanations(List<Difference> differences, Map<String, String> untold) {

    /**
     * One that is right.
     *
     * @param what as {@link org.lectern.adapter.judge.Shape#differences} says it
     * @param examples of which it is so; none for all of them
     */
    record Difference(String what, String why, Set<String> examples) {

        static Difference everywhere(String what, String why) {
            return new Difference(what, why, Set.of());
        }

        private boolean explains(String found, String example) {
            return what.equals(found) && (examples.isEmpty() || examples.contains(example));
        }
    }

    static Explanations ofTheVideoProfile() {
        return new Explanations(
                List.of(
                        Difference.everywhere("lacks $.actor.name", "this institution sees people by pseudonyms"),
                        new Difference(
                                "lacks $.context.extensions.<ext>granted-by.name",
                                "who granted it has a pseudonym, too",
                                Set.of("entryCollaborator")),
                        new Difference(
                                "lacks $.context.language",
                                "nobody speaks in the practice videos, so no language is declared for them",
                                Set.of(
                                        "initialized",
                                        "played",
                                        "played-resume",
                                        "paused",
                                        "paused-at-end",
                                        "seeked",
                                        "playbackRateChange",
                                        "interacted-captions-on",
                                        "interacted-captions-off",
                                        "interacted-fullscreen",
                                        "interacted-volume",
                                        "completed",
                                        "terminated")),
                        new Difference(
                                "lacks $.context.extensions.https://w3id.org/xapi/video/extensions/frame-rate",
                                "browsers do not tell it",
                                Set.of("initialized")),
                        new Difference(
                                "lacks $.context.extensions.https://w3id.org/xapi/video/extensions/track",
                                "told only where a video has several audio tracks",
                                Set.of("initialized"))),
                Map.of(
                        "interacted-quality",
                                "the practice videos come in one quality; PlayerPageIT plays one that comes in more",
                        "playProgress", "told only where the institution asks for it (video-profile.also)"));
    }

    static Explanations ofKalturasGuide() {
        String also = "no event of Kaltura's, told only where the institution asks for it (kaltura.also)";
        return new Explanations(
                List.of(new Difference(
                        "says ['kalturaCaptureLaunch', string] for ['captureSpaceLaunch', string]"
                                + " at $.context.extensions.<ext>event",
                        "this institution records with Kaltura Capture, whose launch has a name of its own",
                        Set.of("captureSpaceLaunch"))),
                Map.of("initialized", also, "interacted", also, "completed", also, "terminated", also));
    }

    /** What is not explained, and what is explained in vain, of the differences of each example that was compared. */
    List<String> faults(Map<String, Set<String>> found, Set<String> examples) {
        List<String> faults = new ArrayList<>();
        found.forEach((example, all) -> all.stream()
                .filter(one -> differences.stream().noneMatch(known -> known.explains(one, example)))
                .forEach(one -> faults.add(example + " " + one)));
        for (Difference known : differences) {
            Set<String> vain = new LinkedHashSet<>(known.examples().isEmpty() ? found.keySet() : known.examples());
            vain.removeIf(example -> found.getOrDefault(example, Set.of()).contains(known.what()));
            vain.forEach(example -> faults.add(example + " is explained in vain: " + known.what()));
        }
        Set<String> missing = new LinkedHashSet<>(examples);
        missing.removeAll(found.keySet());
        missing.removeAll(untold.keySet());
        missing.forEach(example -> faults.add(example + " is an example of nothing that was told"));
        untold.keySet().stream()
                .filter(example -> found.containsKey(example) || !examples.contains(example))
                .forEach(example -> faults.add(example + " is explained in vain: told, or no example"));
        return faults;
    }

    /** One line for each example. */
    String table(String heading, Map<String, Set<String>> found) {
        StringBuilder table = new StringBuilder(heading).append('\n');
        found.forEach((example, all) -> table.append(
                String.format("%-26s %s%n", example, all.isEmpty() ? "agree" : "agree but: " + told(all))));
        new TreeMap<>(untold)
                .forEach((example, why) -> table.append(String.format("%-26s not told: %s%n", example, why)));
        for (int at = 0; at < differences.size(); at++) {
            table.append(String.format(
                    "(%d) %s: %s%n",
                    at + 1, differences.get(at).what(), differences.get(at).why()));
        }
        return table.toString();
    }

    /** Explained ones by their numbers. */
    private String told(Set<String> all) {
        List<String> words = new ArrayList<>();
        for (String one : all) {
            int number = differences.stream().map(Difference::what).toList().indexOf(one) + 1;
            words.add(number == 0 ? one : "(" + number + ")");
        }
        return String.join(", ", words);
    }
}
