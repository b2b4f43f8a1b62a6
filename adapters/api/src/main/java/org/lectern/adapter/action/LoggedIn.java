package org.lectern.adapter.action;

import java.time.Instant;

/** A learner entered the site by a launch. The object is the site itself. */
public record LoggedIn(ActionContext context, Instant at) implements LearnerAction {}
