package org.lectern.adapter.contract;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.CaptureApplication;
import org.lectern.adapter.action.CaptureLaunched;
import org.lectern.adapter.action.CollaboratorAdded;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.LearnerAction;
import org.lectern.adapter.action.Published;
import org.lectern.adapter.action.Unlisted;
import org.lectern.adapter.action.Uploaded;

/** Every kind of action of those who look after videos, as the vocabulary's examples tell them. */
public final class Authoring {

    private final ActionContext teacher;
    private final ActionContext coEditor;
    private final Entry entry;

    /**
     * @param teacher who makes the video
     * @param coEditor who helps
     * @param entry the video
     */
    public Authoring(ActionContext teacher, ActionContext coEditor, Entry entry) {
        this.teacher = teacher;
        this.coEditor = coEditor;
        this.entry = entry;
    }

    /** All actions in order; their timestamps strictly increase. */
    public List<LearnerAction> actions() {
        return List.of(
                new CaptureLaunched(
                        teacher,
                        at("23T12:30:18.404"),
                        application("capture", CaptureApplication.Kind.CAPTURE_SPACE, "Kaltura Capture")),
                new CaptureLaunched(
                        teacher,
                        at("23T12:50:00.000"),
                        application("recorder", CaptureApplication.Kind.KALTURA_CAPTURE, "Recorder")),
                new Uploaded(teacher, at("23T13:10:07.660"), entry),
                new Unlisted(teacher, at("23T13:12:31.095"), entry),
                new Published(teacher, at("24T08:05:44.301"), entry, Optional.of(Casts.BIOLOGY)),
                new CollaboratorAdded(coEditor, at("24T08:09:12.777"), entry, teacher.actor()),
                new Published(teacher, at("24T08:20:00.000"), entry, Optional.empty()));
    }

    private static CaptureApplication application(String path, CaptureApplication.Kind kind, String name) {
        return new CaptureApplication(URI.create("https://video.example.edu/apps/" + path), name, kind);
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-02-" + dayAndTime + "Z");
    }
}
