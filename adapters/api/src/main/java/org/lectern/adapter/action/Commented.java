package org.lectern.adapter.action;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A learner commented on a video, or answered a comment.
 *
 * @param comment the comment's own id, an absolute IRI that never changes
 * @param text its text, plain. The gateway takes it away before any adapter sees it, unless the institution asks for it to be told
 *     ({@code lectern.tenant.<id>.comment-text=true}); so an adapter that finds it may tell it
 */
public record Commented(ActionContext context, Instant at, Entry entry, URI comment, Optional<String> text)
        implements EntryAction {

    public Commented {
        if (!comment.isAbsolute()) {
            throw new IllegalArgumentException("comment id is no absolute IRI: " + comment);
        }
    }
}
