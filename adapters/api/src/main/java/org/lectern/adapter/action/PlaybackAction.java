package org.lectern.adapter.action;

/** An action upon one video within one playback (one load of the player). */
public sealed interface PlaybackAction extends LearnerAction
        permits Initialized,
                Played,
                Paused,
                Seeked,
                PlaybackRateChanged,
                Progressed,
                Interacted,
                Completed,
                Terminated {

    /** The playback it belongs to. */
    PlaybackContext playback();
}
