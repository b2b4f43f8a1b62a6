package org.lectern.playground.lrs;

import java.util.List;
import java.util.Set;

/** Activities, language maps and extensions (xAPI 1.0.3 Data 2.4.4.1, 4.1, 4.2). */
final class ActivityRules {
    private static final Set<String> DEFINITION = Set.of(
            "name",
            "description",
            "type",
            "moreInfo",
            "extensions",
            "interactionType",
            "correctResponsesPattern",
            "choices",
            "scale",
            "source",
            "target",
            "steps");
    private static final Set<String> INTERACTIONS = Set.of(
            "true-false",
            "choice",
            "fill-in",
            "long-fill-in",
            "matching",
            "performance",
            "sequencing",
            "likert",
            "numeric",
            "other");
    private static final List<String> COMPONENTS = List.of("choices", "scale", "source", "target", "steps");

    private ActivityRules() {}

    static void activity(Field activity) {
        activity.object(Set.of("objectType", "id", "definition"));
        activity.find("objectType").ifPresent(type -> type.matching("Activity"::equals, "\"Activity\""));
        activity.need("id").matching(Formats::isIri, "an absolute IRI");
        activity.find("definition").ifPresent(ActivityRules::definition);
    }

    static void languageMap(Field map) {
        for (String tag : map.asObject().keySet()) {
            Field entry = map.need(tag);
            if (!Formats.isLanguageTag(tag)) {
                throw entry.wrong("must be named by a language tag (RFC 5646)");
            }
            entry.text();
        }
    }

    /** Names must be IRIs; values are the sender's business, null included. */
    static void extensions(Field extensions) {
        for (String name : extensions.asObject().keySet()) {
            if (!Formats.isIri(name)) {
                throw extensions.need(name).wrong("must be named by an absolute IRI");
            }
        }
    }

    private static void definition(Field definition) {
        definition.object(DEFINITION);
        definition.find("name").ifPresent(ActivityRules::languageMap);
        definition.find("description").ifPresent(ActivityRules::languageMap);
        definition.find("type").ifPresent(type -> type.matching(Formats::isIri, "an absolute IRI"));
        definition.find("moreInfo").ifPresent(info -> info.matching(Formats::isIri, "an absolute IRL"));
        definition.find("extensions").ifPresent(ActivityRules::extensions);
        definition
                .find("interactionType")
                .ifPresent(type -> type.matching(INTERACTIONS::contains, "one of " + INTERACTIONS));
        definition
                .find("correctResponsesPattern")
                .ifPresent(pattern -> pattern.elements().forEach(Field::text));
        for (String name : COMPONENTS) {
            definition
                    .find(name)
                    .ifPresent(list -> list.elements().forEach(component -> {
                        component.object(Set.of("id", "description"));
                        component.need("id").text();
                        component.find("description").ifPresent(ActivityRules::languageMap);
                    }));
        }
    }
}
