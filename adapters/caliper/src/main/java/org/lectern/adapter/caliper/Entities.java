package org.lectern.adapter.caliper;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lectern.adapter.action.ActionContext;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Commented;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.Launch;
import org.lectern.adapter.action.Site;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.adapter.xapi.Seconds;
import org.lectern.adapter.xapi.StatementJson;

/** The people and things of Caliper's events (Caliper 1.2 §2.2, vocabulary §7.1). Nothing empty is written. Pure. */
final class Entities {

    /** Looked up once: finding the provider costs far more than writing an event. */
    static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private Entities() {}

    /** An entity that nobody needs more of than what it is. */
    static JsonObjectBuilder of(String id, String type) {
        return JSON.createObjectBuilder().add("id", id).add("type", type);
    }

    /** A person is told by an id alone, even where the institution lets an LRS have names. */
    static JsonObjectBuilder person(Site site, Actor actor) {
        return of(iri(site, actor), "Person");
    }

    /** The same identifier as in statements, as one IRI. */
    static String iri(Site site, Actor actor) {
        ActorIdentity identity = actor.identity();
        if (identity instanceof ActorIdentity.Account account) {
            return below(account.homePage(), "users", account.name());
        } else if (identity instanceof ActorIdentity.Mbox mbox) {
            return "mailto:" + mbox.address();
        }
        return below(site.home(), "users", local(identity));
    }

    /** The same as a member of a course, of which all come from one platform. */
    static String member(Category course, Actor actor) {
        return below(course.id(), "members", local(actor.identity()));
    }

    private static String local(ActorIdentity identity) {
        if (identity instanceof ActorIdentity.Account account) {
            return account.name();
        } else if (identity instanceof ActorIdentity.Mbox mbox) {
            return mbox.address();
        }
        return "sha1-" + ((ActorIdentity.MboxSha1) identity).sha1();
    }

    /** A live stream has no duration. */
    static JsonObjectBuilder video(Entry entry, Optional<BigDecimal> length) {
        JsonObjectBuilder video = named(of(entry.id().toString(), "VideoObject"), entry.title());
        length.ifPresent(seconds -> video.add("duration", Seconds.position(seconds)));
        return video;
    }

    static JsonObjectBuilder location(Entry entry, BigDecimal position) {
        String time = Seconds.position(position);
        return of(entry.id() + "?t=" + time.substring(2, time.length() - 1), "MediaLocation")
                .add("currentTime", time);
    }

    static JsonObjectBuilder gallery(Category category) {
        return named(of(category.id().toString(), "DigitalResourceCollection"), category.title());
    }

    /** The course itself, with the id that the platform has for it. */
    static JsonObjectBuilder course(Category gallery, Optional<Launch> launch) {
        JsonObjectBuilder course = named(of(courseId(gallery), "CourseSection"), gallery.title());
        launch.flatMap(LaunchEntities::courseIdentifier)
                .ifPresent(known ->
                        course.add("otherIdentifiers", JSON.createArrayBuilder().add(known)));
        return course;
    }

    /** Its gallery's id is taken by the gallery. */
    static String courseId(Category gallery) {
        return gallery.id() + "#course";
    }

    static JsonObjectBuilder site(Site site) {
        return application(site.home(), site.name());
    }

    static JsonObjectBuilder application(URI id, String name) {
        return named(of(id.toString(), "SoftwareApplication"), name);
    }

    static JsonObjectBuilder session(ActionContext context, UUID id) {
        return of(below(context.site().home(), "sessions", id.toString()), "Session")
                .add("user", iri(context.site(), context.actor()));
    }

    /** With its text only where the institution asks for it: else the action has none. */
    static JsonObjectBuilder comment(Commented action) {
        JsonObjectBuilder comment = of(action.comment().toString(), "Comment")
                .add("commenter", iri(action.context().site(), action.context().actor()))
                .add("commentedOn", action.entry().id().toString());
        action.text().filter(text -> !text.isBlank()).ifPresent(text -> comment.add("value", text));
        return comment.add("dateCreated", time(action.at()));
    }

    /** UTC, milliseconds, {@code Z}. */
    static String time(Instant at) {
        return StatementJson.timestamp(at);
    }

    private static JsonObjectBuilder named(JsonObjectBuilder entity, String name) {
        return name.isBlank() ? entity : entity.add("name", name);
    }

    static String below(URI home, String kind, String id) {
        String base = home.toString().replaceAll("/+$", "");
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
        return base + "/" + kind + "/" + segment;
    }
}
