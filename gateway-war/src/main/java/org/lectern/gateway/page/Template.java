package org.lectern.gateway.page;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with places to fill: {@code {{name}}} text, {@code {{{name}}}} JSON, and {@code {{asset:name}}} the address of a
 * built asset. Immutable.
 */
final class Template {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{\\{(?<json>\\w+)}}}|\\{\\{asset:(?<asset>[\\w.-]+)}}|\\{\\{(?<text>\\w+)}}");

    private final String name;
    private final String source;

    /** @param assets from an asset's name to its address */
    Template(String name, String source, UnaryOperator<String> assets) {
        this.name = name;
        this.source = replace(
                source,
                place -> place.group("asset") == null
                        ? place.group()
                        : Escaping.html(assets.apply(place.group("asset"))));
    }

    /**
     * The page.
     *
     * @throws IllegalStateException when a place has no value: the template and the code disagree
     */
    String fill(Map<String, String> texts, Map<String, String> json) {
        return replace(
                source,
                place -> place.group("json") == null
                        ? Escaping.html(value(texts, place.group("text")))
                        : Escaping.json(value(json, place.group("json"))));
    }

    private String value(Map<String, String> values, String place) {
        return Optional.ofNullable(values.get(place))
                .orElseThrow(() -> new IllegalStateException("page " + name + " has no value for " + place));
    }

    private static String replace(String text, Function<Matcher, String> replacement) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder replaced = new StringBuilder(text.length());
        while (matcher.find()) {
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(replacement.apply(matcher)));
        }
        return matcher.appendTail(replaced).toString();
    }
}
