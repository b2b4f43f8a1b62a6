package org.lectern.config.setting;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a setting may be.
 *
 * @param <T> what its text becomes
 * @param allowed words for people, after "allowed: "
 * @param secret whether its text must never be quoted
 * @param reading from a trimmed text to the value; empty or an {@link IllegalArgumentException} or {@link DateTimeException}
 *     when it is not of this kind
 */
public record Kind<T>(String allowed, boolean secret, Function<String, Optional<T>> reading) {

    /** Any text that matches as a whole. */
    public static Kind<String> matching(Pattern pattern, String allowed) {
        return new Kind<>(allowed, false, text -> Optional.of(text).filter(pattern.asMatchPredicate()));
    }

    /** Like {@link #matching}, but never quoted. */
    public static Kind<String> secret(Pattern pattern, String allowed) {
        return new Kind<>(allowed, true, matching(pattern, allowed).reading());
    }

    /** A line of text for people. */
    public static Kind<String> line(int maxLength) {
        return matching(
                Pattern.compile("\\P{Cntrl}{1," + maxLength + "}"), "one line of 1 to " + maxLength + " characters");
    }

    /** {@code true} or {@code false}. */
    public static Kind<Boolean> flag() {
        return matching(Pattern.compile("true|false"), "true or false").map(Boolean::valueOf);
    }

    /** A whole number within limits. */
    public static Kind<Integer> number(int min, int max) {
        return new Kind<>(
                "a whole number from " + min + " to " + max,
                false,
                text -> Optional.of(Integer.valueOf(text)).filter(number -> number >= min && number <= max));
    }

    /** An ISO 8601 duration within limits. */
    public static Kind<Duration> duration(String min, String max) {
        return new Kind<>(
                "an ISO 8601 duration from " + min + " to " + max,
                false,
                text -> Optional.of(Duration.parse(text))
                        .filter(duration -> duration.compareTo(Duration.parse(min)) >= 0
                                && duration.compareTo(Duration.parse(max)) <= 0));
    }

    /** A constant, written in lower case with hyphens. */
    public static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        Function<E, String> written =
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Kind<>(
                Arrays.stream(type.getEnumConstants()).map(written).collect(Collectors.joining(" | ")),
                false,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> written.apply(constant).equals(text))
                        .findFirst());
    }

    /** The same texts, as another value. */
    public <R> Kind<R> map(Function<T, R> change) {
        return new Kind<>(allowed, secret, text -> reading.apply(text).map(change));
    }

    /** Fewer texts. */
    public Kind<T> onlyIf(Predicate<T> condition) {
        return new Kind<>(allowed, secret, text -> reading.apply(text).filter(condition));
    }

    Optional<T> read(String text) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException notOfThisKind) {
            return Optional.empty();
        }
    }

    String shown(String text) {
        return secret ? Shown.HIDDEN : Shown.of(text);
    }
}
