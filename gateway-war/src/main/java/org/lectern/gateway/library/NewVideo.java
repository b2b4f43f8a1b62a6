package org.lectern.gateway.library;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A video that is about to enter an institution's library.
 *
 * @param title its title for people; not blank, at most {@link Wording#MOST_TITLE} characters
 * @param source where it comes from
 * @param duration length in seconds, if known; kept to the millisecond
 * @param poster name of its still picture in storage, if it has one
 * @param language spoken language, RFC 5646, if known
 */
public record NewVideo(
        String title,
        Source source,
        Optional<BigDecimal> duration,
        Optional<String> poster,
        Optional<String> language) {}
