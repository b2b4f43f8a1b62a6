package org.lectern.adapter.contract;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.Launch;
import org.lectern.adapter.action.PlaybackContext;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;

/** Who plays in a {@link Script}: the examples' learner, and others that are harder to tell of. */
public final class Casts {

    /** The examples' gallery. */
    public static final Category BIOLOGY = new Category(
            URI.create("https://video.example.edu/default/channels/view/channelid/41200871"), "Biology 101");

    /** The examples' site. */
    public static final Site SITE = new Site(
            URI.create("https://video.example.edu"), "Example Video Portal", "https://video.example.edu/xapi/ext/");

    /** How the examples' teacher came. */
    public static final Launch TEACHING = new Launch(
            UUID.fromString("b52e7d08-91c4-4f6a-8d03-7ae9c1f5062d"),
            Optional.of("https://lms.example.edu"),
            Optional.of("course-7"),
            Optional.of("link-12"),
            List.of("Instructor", "Instructor#TeachingAssistant"));

    /** How the examples' learner came. */
    public static final Launch LEARNING = new Launch(
            UUID.fromString("5c1d7f60-2b3e-4d19-8a44-90fb2e6c7a11"),
            Optional.of("https://lms.example.edu"),
            Optional.of("course-7"),
            Optional.of("link-12"),
            List.of("Learner"));

    private static final UUID REGISTRATION = UUID.fromString("8b7f0a52-1c3d-4e90-b6aa-5d4f7e2c1b03");
    private static final Optional<BigDecimal> LENGTH = Optional.of(new BigDecimal("124.300"));
    private static final Actor NAMELESS = account(Optional.empty(), "p-6f0c2d4e91ab");

    private Casts() {}

    /** The examples' session, with the vocabulary's settings. */
    public static Script example(Map<String, String> settings) {
        Actor learner = account(Optional.of("Learner 20417"), "u-20417");
        return new Script(
                new ActionContext("acme", learner, SITE, Optional.of(BIOLOGY), "en", settings, Optional.of(LEARNING)),
                playback(
                        "3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9f4",
                        "Cell structure, part 1",
                        Optional.of("en"),
                        LENGTH,
                        "0.95"));
    }

    /** The examples' session and harder ones, each with a session id of its own. */
    public static List<Script> all(Map<String, String> settings) {
        return List.of(
                example(settings),
                cast(
                        settings,
                        NAMELESS,
                        "en_us",
                        "11",
                        "Zellaufbau, Teil 1: Größe & Äußeres – 細胞 🧬",
                        Optional.of("de-CH")),
                cast(
                        settings,
                        mbox(),
                        "not a language",
                        "12",
                        "<script>alert(\"1\")</script> \\ \u2028 \u0007",
                        Optional.of("??")),
                cast(settings, hash(), "", "13", "Cells ".repeat(2000), Optional.empty()),
                new Script(
                        new ActionContext("acme", NAMELESS, SITE, Optional.empty(), "en", settings),
                        playback(session("14"), "", Optional.empty(), LENGTH, "1.000")));
    }

    /** A live stream: no length. */
    public static Script live(Map<String, String> settings) {
        return new Script(
                new ActionContext("acme", NAMELESS, SITE, Optional.of(BIOLOGY), "en", settings, Optional.of(LEARNING)),
                playback(session("15"), "Lecture, live", Optional.of("en"), Optional.empty(), "0.95"));
    }

    /** The examples' teachers, who look after the examples' video. */
    public static Authoring authoring(Map<String, String> settings) {
        return authoring(
                example(settings),
                account(Optional.of("Teacher 00071"), "u-00071"),
                account(Optional.of("Teacher 00088"), "u-00088"));
    }

    /** The examples' teachers and harder ones, who look after the videos of {@link #all} and {@link #live}. */
    public static List<Authoring> everyAuthoring(Map<String, String> settings) {
        List<Authoring> authors = new ArrayList<>();
        authors.add(authoring(settings));
        all(settings)
                .forEach(
                        script -> authors.add(authoring(script, script.context().actor(), hash())));
        authors.add(authoring(live(settings), mbox(), NAMELESS));
        return authors;
    }

    private static Authoring authoring(Script script, Actor teacher, Actor coEditor) {
        return new Authoring(
                by(teacher, script.context(), TEACHING),
                by(coEditor, script.context(), LEARNING),
                script.playback().entry());
    }

    private static ActionContext by(Actor actor, ActionContext context, Launch launch) {
        return new ActionContext(
                context.tenant(),
                actor,
                context.site(),
                context.course(),
                context.language(),
                context.settings(),
                Optional.of(launch));
    }

    private static Script cast(
            Map<String, String> settings,
            Actor actor,
            String language,
            String session,
            String title,
            Optional<String> titleLanguage) {
        return new Script(
                new ActionContext(
                        "acme",
                        actor,
                        SITE,
                        Optional.of(new Category(BIOLOGY.id(), title)),
                        language,
                        settings,
                        Optional.of(new Launch(
                                UUID.fromString(session(session)),
                                Optional.of("no IRI"),
                                Optional.of(title),
                                Optional.empty(),
                                List.of("Wizard", "Learner", "Learner#Wizard")))),
                playback(session(session), title, titleLanguage, LENGTH, "0.95"));
    }

    private static String session(String end) {
        return "3f0c5a1e-7d42-4b86-9a57-0c2b8e61d9" + end;
    }

    private static PlaybackContext playback(
            String session, String title, Optional<String> language, Optional<BigDecimal> length, String threshold) {
        Entry entry = new Entry(
                URI.create("https://video.example.edu/media/t/1_k3v9q2ab"), title, language, length.isEmpty());
        return new PlaybackContext(UUID.fromString(session), REGISTRATION, entry, length, new BigDecimal(threshold));
    }

    private static Actor account(Optional<String> name, String id) {
        return new Actor(name, new ActorIdentity.Account(URI.create("https://video.example.edu"), id));
    }

    private static Actor mbox() {
        return new Actor(Optional.of("Zoë Ångström"), new ActorIdentity.Mbox("learner.20417@example.edu"));
    }

    private static Actor hash() {
        return new Actor(Optional.of(" "), new ActorIdentity.MboxSha1("0f3d0c1f6f6f7c9b0a4f1d2e3c4b5a69788796a5"));
    }
}
