package org.lectern.adapter.action;

import java.time.Instant;
import org.lectern.adapter.xapi.Actor;

/**
 * Somebody became co-editor of a video.
 *
 * @param context its actor is the new co-editor, as the institution's actor policy lets the LRS see them
 * @param grantedBy who made them so, under the same policy
 */
public record CollaboratorAdded(ActionContext context, Instant at, Entry entry, Actor grantedBy)
        implements EntryAction {}
