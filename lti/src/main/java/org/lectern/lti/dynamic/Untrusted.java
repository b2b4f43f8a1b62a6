package org.lectern.lti.dynamic;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.lti.registration.WebOrigin;

/** Reads single things out of JSON that nobody vouches for. Pure; never throws on bad input but says what is absent. */
final class Untrusted {
    private static final int TEXT_LIMIT = 2048;
    private static final int LIST_LIMIT = 500;
    private static final int WORDS_LIMIT = 300;

    private Untrusted() {}

    /** One JSON object of valid UTF-8; empty for anything else. */
    static Optional<Map<String, Object>> object(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .strip();
            // Some servers begin with a byte order mark.
            String json = text.startsWith("\ufeff") ? text.substring(1).stripLeading() : text;
            return json.startsWith("{") ? Optional.ofNullable(JSONObjectUtils.parse(json)) : Optional.empty();
        } catch (CharacterCodingException | ParseException notJson) {
            return Optional.empty();
        }
    }

    /** A text of one line with something in it; a number counts as its digits, for some platforms write ids so. */
    static Optional<String> text(Map<?, ?> object, String name) {
        Object value = object.get(name);
        String text = value instanceof Long || value instanceof Integer ? value.toString() : null;
        if (value instanceof String found) {
            text = found;
        }
        return Optional.ofNullable(text)
                .filter(found -> !found.isBlank() && found.length() <= TEXT_LIMIT)
                .filter(found -> found.chars().noneMatch(Character::isISOControl));
    }

    /** The texts of a list; a single text counts as its words (scopes come both ways). */
    static List<String> texts(Map<?, ?> object, String name) {
        Object value = object.get(name);
        List<String> texts = new ArrayList<>();
        if (value instanceof String words) {
            texts.addAll(List.of(words.strip().split("\\s+")));
        } else if (value instanceof List<?> list) {
            list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(texts::add);
        }
        return texts.stream()
                .filter(text -> !text.isBlank() && text.length() <= TEXT_LIMIT)
                .limit(LIST_LIMIT)
                .toList();
    }

    static List<?> list(Map<?, ?> object, String name) {
        return object.get(name) instanceof List<?> list ? list : List.of();
    }

    static Map<?, ?> object(Map<?, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    /** A web address that is https, or http on this machine, without user name and fragment. */
    static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            return WebOrigin.of(address)
                    .filter(origin -> origin.secure() || origin.loopback())
                    .filter(origin -> address.getRawFragment() == null)
                    .map(origin -> address);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** What a refusal says, for people: the usual fields of JSON, or plain text without its tags; empty when there is nothing. */
    static Optional<String> words(byte[] body) {
        Optional<String> said = object(body).flatMap(Untrusted::said);
        if (said.isPresent()) {
            return said.map(Untrusted::line);
        }
        String text = new String(body, 0, Math.min(body.length, 16 * 1024), StandardCharsets.UTF_8)
                .replaceAll("(?is)<(script|style|head)\\b.{0,8000}?</\\1>", " ")
                .replaceAll("<[^<>]{0,2000}>", " ");
        return Optional.of(line(text)).filter(line -> !line.isEmpty());
    }

    private static Optional<String> said(Map<String, Object> json) {
        for (String name : List.of("error_description", "message", "detail", "error", "errors")) {
            Object value = json.get(name);
            if (value instanceof String text && !text.isBlank()) {
                return Optional.of(text);
            } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
                return Optional.of(value.toString());
            }
        }
        return Optional.empty();
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
        return line.length() <= WORDS_LIMIT ? line : line.substring(0, WORDS_LIMIT - 1) + "…";
    }
}
