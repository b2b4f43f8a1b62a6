package org.lectern.config.tenant;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A video declared by file ({@code lectern.tenant.<id>.media.<id>.*}).
 *
 * @param id its id within the institution
 * @param title its title for people
 * @param url where browsers get it; empty when it is a file
 * @param file the file, resolved against the folder of the configuration file; empty when it has a URL
 * @param duration length in seconds, at most three decimals, if declared
 * @param language spoken language, RFC 5646, if declared
 * @param live whether the URL is a live stream: it has no length
 * @param poster its still picture, resolved likewise, if declared: a file whose name ends in .jpg, .jpeg, .png or .webp
 * @param captions WebVTT files by language tag, sorted by tag
 */
public record MediaEntry(
        String id,
        String title,
        Optional<URI> url,
        Optional<Path> file,
        Optional<BigDecimal> duration,
        Optional<String> language,
        boolean live,
        Optional<Path> poster,
        Map<String, Path> captions) {

    /** Media types of still pictures, by the end of a file's name. */
    private static final Map<String, String> POSTERS =
            Map.of(".jpg", "image/jpeg", ".jpeg", "image/jpeg", ".png", "image/png", ".webp", "image/webp");

    public MediaEntry {
        captions = Collections.unmodifiableMap(new LinkedHashMap<>(captions));
        if (url.isPresent() == file.isPresent()) {
            throw new IllegalArgumentException("entry '" + id + "' needs either url or file");
        }
        if (live && (url.isEmpty() || duration.isPresent())) {
            throw new IllegalArgumentException("live stream '" + id + "' must be a url without a duration");
        }
        if (poster.isPresent() && posterType(poster.get()).isEmpty()) {
            throw new IllegalArgumentException("the poster of '" + id + "' must be a JPEG, PNG or WebP file");
        }
    }

    /** An entry on demand. */
    public MediaEntry(
            String id,
            String title,
            Optional<URI> url,
            Optional<Path> file,
            Optional<BigDecimal> duration,
            Optional<String> language,
            Map<String, Path> captions) {
        this(id, title, url, file, duration, language, false, Optional.empty(), captions);
    }

    /** The media type of a picture with this name; empty when it is none that browsers show. */
    public static Optional<String> posterType(Path file) {
        String name = file.getFileName().toString();
        int end = name.lastIndexOf('.');
        return Optional.ofNullable(
                end < 0 ? null : POSTERS.get(name.substring(end).toLowerCase(Locale.ROOT)));
    }
}
