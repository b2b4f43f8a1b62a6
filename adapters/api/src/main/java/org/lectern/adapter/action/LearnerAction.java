package org.lectern.adapter.action;

import java.time.Instant;

/**
 * One thing that a learner did. Fired synchronously, once per vocabulary, inside the transaction that accepted it.
 */
public sealed interface LearnerAction permits LoggedIn, CategoryViewed, CaptureLaunched, EntryAction, PlaybackAction {

    /** Who did it, where, and in which course. */
    ActionContext context();

    /** When it happened: corrected for the browser's clock, never in the future, strictly increasing within a playback. */
    Instant at();
}
