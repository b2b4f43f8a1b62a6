package org.lectern.gateway.library;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lectern.config.tenant.MediaEntry;

/**
 * An entry of an institution's library.
 *
 * @param id its id within the institution
 * @param title its title for people
 * @param description plain text, may be empty
 * @param tags in the order given
 * @param state who finds it
 * @param owner learner key of whoever made it; empty when it is declared by file
 * @param duration length in seconds, at most three decimals, if known
 * @param language spoken language, RFC 5646, if known
 * @param poster its still picture, if it has one
 * @param source where it comes from
 */
public record Video(
        String id,
        String title,
        String description,
        List<String> tags,
        State state,
        Optional<String> owner,
        Optional<BigDecimal> duration,
        Optional<String> language,
        Optional<Poster> poster,
        Source source) {

    /** Who finds a video. */
    public enum State {
        /** Its owner and co-editors. */
        PRIVATE,
        /** Whoever has a link to it. */
        UNLISTED,
        /** Everybody of the places it is published in. */
        PUBLISHED
    }

    public Video {
        tags = List.copyOf(tags);
    }

    /** An entry that the configuration declares: everybody of the institution finds it, and nobody changes it here. */
    public static Video declared(MediaEntry entry) {
        return new Video(
                entry.id(),
                entry.title(),
                "",
                List.of(),
                State.PUBLISHED,
                Optional.empty(),
                entry.duration(),
                entry.language(),
                entry.poster()
                        .map(file -> new Poster.DeclaredFile(
                                file, MediaEntry.posterType(file).orElseThrow())),
                entry.url()
                        .<Source>map(url -> new Source.Address(url, entry.live()))
                        .orElseGet(() -> new Source.DeclaredFile(entry.file().orElseThrow())));
    }
}
