package org.lectern.adapter.kaltura;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.lectern.adapter.StatementIds;
import org.lectern.adapter.StatementSink;
import org.lectern.adapter.Vocabulary;
import org.lectern.adapter.action.CaptureLaunched;
import org.lectern.adapter.action.CategoryViewed;
import org.lectern.adapter.action.CollaboratorAdded;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.Completed;
import org.lectern.adapter.action.Initialized;
import org.lectern.adapter.action.Interacted;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Liked;
import org.lectern.adapter.action.LoggedIn;
import org.lectern.adapter.action.Paused;
import org.lectern.adapter.action.PlaybackRateChanged;
import org.lectern.adapter.action.Played;
import org.lectern.adapter.action.Progressed;
import org.lectern.adapter.action.Published;
import org.lectern.adapter.action.Seeked;
import org.lectern.adapter.action.Terminated;
import org.lectern.adapter.action.Unliked;
import org.lectern.adapter.action.Unlisted;
import org.lectern.adapter.action.Uploaded;

/**
 * Observes actions and puts what {@link KalturaStatements} and {@link EntryStatements} say about them. Initialized, interacted, completed and
 * terminated are no events of Kaltura's: they are told only where the tenant's {@code kaltura.also} lists them. Stateless.
 */
@ApplicationScoped
public class KalturaAdapter {

    private static final String NAME = "kaltura";

    private final StatementSink sink;
    private final KalturaStatements statements;
    private final EntryStatements entries;

    @Inject
    public KalturaAdapter(StatementSink sink, StatementIds ids) {
        this.sink = sink;
        this.statements = new KalturaStatements(ids);
        this.entries = new EntryStatements(ids);
    }

    /** For the CDI proxy. */
    protected KalturaAdapter() {
        this(null, null);
    }

    void loggedIn(@Observes @Vocabulary(NAME) LoggedIn action) {
        sink.put(action, statements.login(action));
    }

    void categoryViewed(@Observes @Vocabulary(NAME) CategoryViewed action) {
        sink.put(action, statements.categoryView(action));
    }

    void liked(@Observes @Vocabulary(NAME) Liked action) {
        sink.put(action, entries.entryLike(action));
    }

    void unliked(@Observes @Vocabulary(NAME) Unliked action) {
        sink.put(action, entries.entryUnlike(action));
    }

    void commented(@Observes @Vocabulary(NAME) Commented action) {
        sink.put(action, entries.entryComment(action));
    }

    void uploaded(@Observes @Vocabulary(NAME) Uploaded action) {
        sink.put(action, entries.entryUpload(action));
    }

    void published(@Observes @Vocabulary(NAME) Published action) {
        sink.put(action, entries.entryPublish(action));
    }

    void unlisted(@Observes @Vocabulary(NAME) Unlisted action) {
        sink.put(action, entries.entryUnlisted(action));
    }

    void collaboratorAdded(@Observes @Vocabulary(NAME) CollaboratorAdded action) {
        sink.put(action, entries.entryCollaborator(action));
    }

    void captureLaunched(@Observes @Vocabulary(NAME) CaptureLaunched action) {
        sink.put(action, entries.captureLaunch(action));
    }

    void initialized(@Observes @Vocabulary(NAME) Initialized action) {
        if (also(action, "initialized")) {
            sink.put(action, statements.initialized(action));
        }
    }

    void played(@Observes @Vocabulary(NAME) Played action) {
        sink.put(action, statements.play(action));
    }

    void paused(@Observes @Vocabulary(NAME) Paused action) {
        sink.put(action, statements.pause(action));
    }

    void seeked(@Observes @Vocabulary(NAME) Seeked action) {
        sink.put(action, statements.seek(action));
    }

    void rateChanged(@Observes @Vocabulary(NAME) PlaybackRateChanged action) {
        sink.put(action, statements.playbackRateChange(action));
    }

    void progressed(@Observes @Vocabulary(NAME) Progressed action) {
        sink.put(action, statements.playProgress(action));
    }

    void interacted(@Observes @Vocabulary(NAME) Interacted action) {
        if (also(action, "interacted")) {
            sink.put(action, statements.interacted(action));
        }
    }

    void completed(@Observes @Vocabulary(NAME) Completed action) {
        if (also(action, "completed")) {
            sink.put(action, statements.completed(action));
        }
    }

    void terminated(@Observes @Vocabulary(NAME) Terminated action) {
        if (also(action, "terminated")) {
            sink.put(action, statements.terminated(action));
        }
    }

    private static boolean also(LearnerAction action, String event) {
        String listed = action.context().settings().getOrDefault(NAME + ".also", "");
        return Arrays.asList(listed.strip().split("\\s*,\\s*")).contains(event);
    }
}
