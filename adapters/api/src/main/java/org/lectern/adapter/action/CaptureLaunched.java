package org.lectern.adapter.action;

import java.time.Instant;

/** Somebody opened a capture application, to record. */
public record CaptureLaunched(ActionContext context, Instant at, CaptureApplication application)
        implements LearnerAction {}
