package org.lectern.adapter.action;

import java.math.BigDecimal;

/**
 * What has been watched so far under the registration (vocabulary §1.5).
 *
 * @param progress share of the video consumed at least once, 0 to 1, cut (never rounded up) to three decimals
 * @param playedSegments closed segments in the order of watching, {@code 0.000[.]57.100[,]30.000[.]82.100}
 */
public record Watched(BigDecimal progress, String playedSegments) {}
