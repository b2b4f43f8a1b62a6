package org.lectern.gateway.playback;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Entry;
import org.lectern.config.tenant.ProgressPolicy;

/**
 * What does not change while a playback's facts are applied.
 *
 * @param context who, where, in which course
 * @param playback the playback's id, a version 4 UUID
 * @param registration the attempt's id
 * @param entry the video
 * @param declaredLength its length in seconds as configured; used when the player knows none
 * @param threshold share at which it counts as completed
 * @param progress when progress is reported
 */
public record Circumstances(
        ActionContext context,
        UUID playback,
        UUID registration,
        Entry entry,
        Optional<BigDecimal> declaredLength,
        BigDecimal threshold,
        ProgressPolicy progress) {}
