package org.lectern.config.gateway;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names that settings may have; finds typing mistakes in the file. */
final class KnownNames {

    private static final Set<String> OUTSIDE_THE_FILE = Set.of("lectern.config", "lectern.data");

    private static final List<String> OF_LRS =
            List.of("endpoint", "key", "secret", "bearer", "version", "dialect", "gzip", "shards");

    private static final List<String> OF_TENANT = List.of(
            "name",
            "vocabularies",
            "progress",
            "video-end-percent",
            "video-end-seconds",
            "completion-threshold",
            "actor",
            "retention",
            "grading",
            "likes",
            "comments",
            "opt-out-of-names",
            "upload.max-bytes",
            "upload.types",
            "upload.by",
            "capture.url",
            "capture.name",
            "capture.kind",
            "comment-text",
            "platforms",
            "destinations",
            "destination.*.kind",
            "destination.*.vocabularies",
            "platform.*.issuer",
            "platform.*.client-id",
            "platform.*.deployment-ids",
            "platform.*.authorization-url",
            "platform.*.token-url",
            "platform.*.token-audience",
            "platform.*.jwks-url",
            "platform.*.origins",
            "platform.*.roles.instructor",
            "platform.*.roles.learner",
            "media",
            "media.*.title",
            "media.*.url",
            "media.*.live",
            "media.*.file",
            "media.*.duration",
            "media.*.language",
            "media.*.poster",
            "media.*.captions.*",
            "vocabulary.*.**");

    private final List<NamePattern> patterns;

    /** @param alsoKnown names and patterns of names beside those of tenants */
    KnownNames(Collection<String> alsoKnown) {
        patterns = Stream.of(
                        OF_TENANT.stream().map(key -> "lectern.tenant.*." + key),
                        OF_LRS.stream().map(key -> "lectern.tenant.*.lrs." + key),
                        OF_LRS.stream().map(key -> "lectern.tenant.*.destination.*." + key),
                        alsoKnown.stream())
                .flatMap(names -> names)
                .map(NamePattern::new)
                .toList();
    }

    List<String> warnings(Set<String> inFile) {
        return inFile.stream()
                .filter(name -> name.startsWith("lectern."))
                .filter(name -> OUTSIDE_THE_FILE.contains(name)
                        || patterns.stream().noneMatch(pattern -> pattern.matches(name)))
                .sorted()
                .map(this::warning)
                .toList();
    }

    private String warning(String name) {
        if (OUTSIDE_THE_FILE.contains(name)) {
            return name
                    + " belongs on the command line or in the environment; the start script does not read it in the file";
        }
        String nearest = patterns.stream()
                .map(pattern -> pattern.filledFrom(name))
                .min(Comparator.comparingInt(known -> Edits.between(name, known)))
                .orElseThrow();
        return name + " is not a setting and changes nothing; the nearest one is " + nearest;
    }
}
