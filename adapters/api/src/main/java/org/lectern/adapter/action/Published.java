package org.lectern.adapter.action;

import java.time.Instant;
import java.util.Optional;

/**
 * A video was published, so that the people of a gallery or channel find it.
 *
 * @param channel where; empty when it was published to the whole site. Not the course that the publisher came from
 */
public record Published(ActionContext context, Instant at, Entry entry, Optional<Category> channel)
        implements EntryAction {}
