package org.lectern.lti.launch;

import java.time.Duration;
import java.time.Instant;

/**
 * When the platform issued the launch, by its clock, and how far our clock was ahead of that when it arrived: travelling
 * time plus clock skew. Negative means that the platform's clock is ahead.
 */
public record LaunchTiming(Instant issuedAt, Duration clockSkew) {}
