package org.lectern.adapter.action;

import java.time.Instant;

/** A learner took a like back. */
public record Unliked(ActionContext context, Instant at, Entry entry) implements EntryAction {}
