package org.lectern.gateway.privacy;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lectern.adapter.xapi.Actor;
import org.lectern.adapter.xapi.ActorIdentity;
import org.lectern.config.lrs.Destination;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.CourseViewing.Seen;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.LearnerSession;

/** What people are told about themselves, on the wire; its reader is {@code aboutYou/aboutYou.ts}. Pure. */
final class AboutYouJson {

    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private AboutYouJson() {}

    /**
     * Whether people may be unnamed here, and whether this one is.
     *
     * @param optional whether the institution gives the choice
     * @param unnamed what was chosen
     */
    record Naming(boolean optional, boolean unnamed) {}

    static JsonObjectBuilder of(
            Tenant tenant,
            LearnerSession session,
            Naming naming,
            List<Seen> seen,
            Library library,
            Map<String, Long> counts) {
        JsonArrayBuilder receivers = BUILDERS.createArrayBuilder();
        tenant.destinations().stream()
                .map(Destination::endpoint)
                .map(java.net.URI::getHost)
                .distinct()
                .forEach(receivers::add);
        JsonArrayBuilder watched = BUILDERS.createArrayBuilder();
        seen.forEach(one -> watched.add(seen(one, library.find(tenant, one.media()))));
        JsonObjectBuilder kept = BUILDERS.createObjectBuilder();
        counts.forEach(kept::add);
        return BUILDERS.createObjectBuilder()
                .add("institution", tenant.name())
                .add("you", identity(session.actor()))
                .add("optional", naming.optional())
                .add("unnamed", naming.unnamed())
                .add("receivers", receivers)
                .add("retentionDays", tenant.retention().toDays())
                .add("watched", watched)
                .add("kept", kept);
    }

    /** As the institution's records show the person: a name only when it stands in them. */
    private static JsonObjectBuilder identity(Actor actor) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder();
        actor.name().ifPresent(name -> json.add("name", name));
        if (actor.identity() instanceof ActorIdentity.Account account) {
            json.add("account", account.name());
        } else if (actor.identity() instanceof ActorIdentity.Mbox mbox) {
            json.add("address", mbox.address().replaceFirst("^mailto:", ""));
        } else if (actor.identity() instanceof ActorIdentity.MboxSha1 hashed) {
            json.add("fingerprint", hashed.sha1());
        }
        return json;
    }

    private static JsonObjectBuilder seen(Seen seen, Optional<Video> video) {
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("title", video.map(Video::title).orElse(seen.media()))
                .add("share", seen.progress().share())
                .add("completed", seen.completed())
                .add("timeSpent", seen.timeSpent())
                .add("last", seen.last().toString());
        return video.filter(known -> known.source().isLive()).isPresent() ? json.add("live", true) : json;
    }
}
