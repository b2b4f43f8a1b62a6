package org.lectern.gateway.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as words that people search for: without accents, capitals and ligatures, so that {@code Größe}, {@code GROSSE} and
 * {@code grosse} are one. Done here and not by PostgreSQL's {@code unaccent}, which many servers do not have; the pages fold alike
 * ({@code language/folding.ts}). Pure.
 */
final class SearchWords {

    /** Stemming dictionaries that every PostgreSQL has, by language. */
    private static final Map<String, String> DICTIONARIES = Map.ofEntries(
            Map.entry("da", "danish_stem"),
            Map.entry("de", "german_stem"),
            Map.entry("en", "english_stem"),
            Map.entry("es", "spanish_stem"),
            Map.entry("fi", "finnish_stem"),
            Map.entry("fr", "french_stem"),
            Map.entry("hu", "hungarian_stem"),
            Map.entry("it", "italian_stem"),
            Map.entry("nb", "norwegian_stem"),
            Map.entry("nl", "dutch_stem"),
            Map.entry("nn", "norwegian_stem"),
            Map.entry("no", "norwegian_stem"),
            Map.entry("pt", "portuguese_stem"),
            Map.entry("ro", "romanian_stem"),
            Map.entry("ru", "russian_stem"),
            Map.entry("sv", "swedish_stem"),
            Map.entry("tr", "turkish_stem"));

    /** Accents of alphabets; vowel signs of other scripts are letters and stay. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05c7\\u064b-\\u065f\\u0670]+");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Written without blanks: any place in them may be where somebody's word begins. */
    private static final Pattern UNSPACED = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

    private static final Pattern UMLAUT = Pattern.compile("(?<letter>[aou])\\u0308");
    private static final int MOST_OF_WORD = 60;
    private static final int MOST_OF_UNSPACED = 12;
    private static final int MOST_TYPED = 12;

    private SearchWords() {}

    /** All that should find a text. */
    static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        String lower = lower(text);
        words(ACCENTS.matcher(lower).replaceAll("")).forEach(word -> keep(word, words));
        // German keyboards and people without one: "Zähne" is looked for as "zaehne", too.
        if (UMLAUT.matcher(lower).find()) {
            String written = UMLAUT.matcher(lower).replaceAll("${letter}e");
            words(ACCENTS.matcher(written).replaceAll("")).forEach(word -> keep(word, words));
        }
        return words;
    }

    /** What somebody typed, word by word; the last one may be unfinished. */
    static List<String> typed(String text) {
        return words(folded(text)).stream()
                .map(word -> UNSPACED.matcher(word).find() ? cut(word, MOST_OF_UNSPACED) : word)
                .distinct()
                .limit(MOST_TYPED)
                .toList();
    }

    /** The dictionaries of a language, of all when it is unknown; none when we have none for it. */
    static List<String> dictionaries(String language) {
        if (language.isEmpty()) {
            return DICTIONARIES.values().stream().distinct().sorted().toList();
        }
        String known = DICTIONARIES.get(Locale.forLanguageTag(language).getLanguage());
        return known == null ? List.of() : List.of(known);
    }

    /** A text without what searches should not depend on. */
    static String folded(String text) {
        return ACCENTS.matcher(lower(text)).replaceAll("");
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(cut(word.group(), MOST_OF_WORD));
        }
        return words;
    }

    private static void keep(String word, Set<String> words) {
        words.add(word);
        Matcher beginning = UNSPACED.matcher(word);
        while (beginning.find()) {
            words.add(cut(word.substring(beginning.start()), MOST_OF_UNSPACED));
        }
    }

    /** Never between the halves of a character. */
    private static String cut(String word, int most) {
        return word.codePointCount(0, word.length()) <= most
                ? word
                : word.substring(0, word.offsetByCodePoints(0, most));
    }
}
