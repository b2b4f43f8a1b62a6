package org.lectern.adapter.action;

/** An action upon one video outside any playback: what its page, or the people who look after it, do with it. */
public sealed interface EntryAction extends LearnerAction
        permits Liked, Unliked, Commented, Uploaded, Published, Unlisted, CollaboratorAdded {

    /** The video. */
    Entry entry();
}
