package org.lectern.config.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A properties file in UTF-8 as names and values. */
final class PropertiesText {

    private static final Pattern BAD_ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u(?![0-9a-fA-F]{4})");

    private PropertiesText() {}

    /** @throws IllegalArgumentException saying in words what is wrong with the text, never quoting it: it may hold secrets */
    static Map<String, String> parse(byte[] file) {
        String text = decode(file);
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException badEscape) {
            throw new IllegalArgumentException(
                    "line " + lineOfBadEscape(text) + " has a backslash and u without four hexadecimal digits after it;"
                            + " write \\\\ for a backslash",
                    badEscape);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }

    private static String decode(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            // Editors on Windows begin a file with a byte order mark, which would become part of the first name.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("it is not UTF-8; save it with that encoding", notUtf8);
        }
    }

    private static long lineOfBadEscape(String text) {
        long line = 0;
        for (String candidate : text.split("\\R", -1)) {
            line++;
            if (BAD_ESCAPE.matcher(candidate).find()) {
                return line;
            }
        }
        return line;
    }
}
