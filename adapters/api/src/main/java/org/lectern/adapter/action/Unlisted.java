package org.lectern.adapter.action;

import java.time.Instant;

/** A video was set to unlisted: whoever has its link still sees it. */
public record Unlisted(ActionContext context, Instant at, Entry entry) implements EntryAction {}
