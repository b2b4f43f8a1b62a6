package org.lectern.gateway.upload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lectern.gateway.problem.Problem;

/**
 * What the page says about a file in {@code Upload-Metadata} (tus 1.0, creation). Words for people and numbers for convenience: nothing is ever
 * opened, named or trusted by it.
 *
 * @param title for people, not blank
 * @param mark the page's own note, to know the file again
 * @param duration seconds
 * @param language spoken language, RFC 5646
 */
record UploadMetadata(String title, String mark, Optional<BigDecimal> duration, Optional<String> language) {

    private static final int MOST = 8 * 1024;
    private static final int MOST_TITLE = 200;
    private static final int MOST_MARK = 300;
    private static final int MILLIS = 3;
    private static final BigDecimal WEEK = BigDecimal.valueOf(7L * 24 * 60 * 60);
    private static final Pattern KEY = Pattern.compile("[!-+\\--~]{1,50}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,7}(\\.\\d{1,20})?");

    /** @throws Problem 400 {@code upload.metadata} */
    static UploadMetadata read(String header) {
        Map<String, String> values = pairs(header == null ? "" : header);
        String title = line(values.getOrDefault("title", ""), MOST_TITLE);
        String name = line(values.getOrDefault("filename", ""), MOST_TITLE);
        return new UploadMetadata(
                !title.isEmpty() ? title : !name.isEmpty() ? name : "Video",
                line(values.getOrDefault("mark", ""), MOST_MARK),
                seconds(values.get("duration")),
                Optional.ofNullable(values.get("language")).filter(LANGUAGE.asMatchPredicate()));
    }

    /** A length in seconds, if it is one that a video may have. */
    static Optional<BigDecimal> seconds(String text) {
        return Optional.ofNullable(text)
                .filter(SECONDS.asMatchPredicate())
                .map(number -> new BigDecimal(number).setScale(MILLIS, RoundingMode.HALF_UP))
                .filter(duration -> duration.signum() > 0 && duration.compareTo(WEEK) <= 0);
    }

    /** One line without control characters and without what turns text around. */
    static String line(String text, int most) {
        String clean = text.replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+", " ")
                .strip();
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most)).strip();
    }

    private static Map<String, String> pairs(String header) {
        if (header.length() > MOST) {
            throw wrong("it is longer than " + MOST + " characters", null);
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" ", 2);
            if (parts[0].isEmpty()) {
                continue;
            }
            if (!KEY.matcher(parts[0]).matches() || values.containsKey(parts[0])) {
                throw wrong("its keys are single words, each once", null);
            }
            values.put(parts[0], parts.length == 1 ? "" : decoded(parts[1].strip()));
        }
        return values;
    }

    private static String decoded(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw wrong("its values are Base64 of UTF-8", e);
        }
    }

    private static Problem wrong(String why, Exception cause) {
        return new Problem(400, "upload.metadata", "Upload-Metadata cannot be read: " + why + ".").causedBy(cause);
    }
}
