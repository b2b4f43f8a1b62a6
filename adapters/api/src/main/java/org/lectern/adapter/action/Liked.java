package org.lectern.adapter.action;

import java.time.Instant;

/** A learner likes a video; once until it is taken back. */
public record Liked(ActionContext context, Instant at, Entry entry) implements EntryAction {}
