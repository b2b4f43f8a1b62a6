package org.lectern.adapter.action;

import java.time.Instant;

/** Player and media are ready; the first action of a playback. */
public record Initialized(ActionContext context, PlaybackContext playback, Instant at, PlayerState player)
        implements PlaybackAction {}
