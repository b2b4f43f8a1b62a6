package org.lectern.adapter.action;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The learner used a control that is not play, pause, seek or speed: captions, volume, full screen, quality, audio track.
 *
 * @param time position, seconds
 * @param changed only what changed
 * @param player the player's whole state after it
 * @param before the player's whole state before it
 */
public record Interacted(
        ActionContext context,
        PlaybackContext playback,
        Instant at,
        BigDecimal time,
        PlayerState changed,
        PlayerState player,
        PlayerState before)
        implements PlaybackAction {}
