package org.lectern.adapter.action;

import java.time.Instant;

/** A learner opened a gallery or channel. */
public record CategoryViewed(ActionContext context, Instant at, Category category) implements LearnerAction {}
