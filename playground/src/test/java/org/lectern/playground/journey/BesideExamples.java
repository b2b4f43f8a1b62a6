package org.lectern.playground.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lectern.adapter.judge.Shape;

/**
 * Holds what was really told beside the vocabulary reference's examples of the same events: every statement has the shape of its example, or
 * the difference is explained; every example has a statement, or it is explained why it has none. What explains nothing is a fault, too.
 *
 * @param vocabulary whose examples
 * @param examples by event, where they are called otherwise than the event or are more than one
 */
record BesideExamples(String vocabulary, Map<String, List<String>> examples, Explanations explanations) {

    static BesideExamples ofTheVideoProfile() {
        return new BesideExamples(
                "video-profile",
                Map.of(
                        "play", List.of("played", "played-resume"),
                        "pause", List.of("paused", "paused-at-end"),
                        "seek", List.of("seeked"),
                        "interacted, captions", List.of("interacted-captions-on"),
                        "interacted, captions off", List.of("interacted-captions-off"),
                        "interacted, volume", List.of("interacted-volume"),
                        "interacted, full screen", List.of("interacted-fullscreen"),
                        "captureSpaceLaunch, kalturaCaptureLaunch", List.of("captureSpaceLaunch")),
                Explanations.ofTheVideoProfile());
    }

    static BesideExamples ofKalturasGuide() {
        return new BesideExamples(
                "kaltura",
                Map.of(
                        "playProgress, finished", List.of("playProgress-100"),
                        "captureSpaceLaunch, kalturaCaptureLaunch", List.of("captureSpaceLaunch")),
                Explanations.ofKalturasGuide());
    }

    /**
     * Compares all statements and prints what came of it.
     *
     * @param events how the statements of each event are known
     * @param names what the gateway's own IRIs begin with, as {@link Shape#of} wants it
     */
    void compare(List<JsonObject> told, Map<String, Predicate<JsonObject>> events, Map<String, String> names) {
        ExampleFiles files = new ExampleFiles(vocabulary);
        Map<String, Set<String>> found = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (JsonObject statement : told) {
            List<String> of = events.entrySet().stream()
                    .filter(event -> event.getValue().test(statement))
                    .flatMap(event -> examples.getOrDefault(event.getKey(), List.of(event.getKey())).stream())
                    .toList();
            if (of.isEmpty()) {
                faults.add("is like no example: " + statement);
            }
            of.forEach(example -> found.computeIfAbsent(example, fresh -> new LinkedHashSet<>())
                    .addAll(files.shape(example).differences(Shape.of(statement, names))));
        }
        System.out.println(explanations.table("example of " + vocabulary + " beside what was told", found));
        faults.addAll(explanations.faults(found, files.names()));
        assertThat(faults).isEmpty();
    }
}
