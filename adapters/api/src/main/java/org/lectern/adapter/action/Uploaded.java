package org.lectern.adapter.action;

import java.time.Instant;

/** A video was uploaded: its last byte arrived and it was accepted. */
public record Uploaded(ActionContext context, Instant at, Entry entry) implements EntryAction {}
