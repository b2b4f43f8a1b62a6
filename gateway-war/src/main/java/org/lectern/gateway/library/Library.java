package org.lectern.gateway.library;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Entry;
import org.lectern.adapter.action.Site;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;

/** An institution's videos and their names in statements. Safe for any thread. */
public interface Library {

    /** The entries that the tenant's configuration declares, in its order; its own are paged through by {@code /api/v1/library}. */
    List<Video> declared(Tenant tenant);

    /** The tenant's entry with this id; another tenant's entry is not found. */
    Optional<Video> find(Tenant tenant, String media);

    /** The entry, if this session may watch it: a private one is for its owner and co-editors alone. */
    Optional<Video> open(Tenant tenant, LearnerSession session, String media);

    /** The tenant's site: {@code <base-url>/<tenant>}, its name, and {@code <base-url>/xapi/ext/}. */
    Site site(Tenant tenant);

    /** The entry as an activity: {@code <site>/media/t/<id>}. */
    Entry entry(Tenant tenant, Video media);

    /** The course's gallery as an activity: {@code <site>/default/channels/view/channelid/<stable number>}; empty without a course. */
    Optional<Category> gallery(Tenant tenant, LearnerSession session);

    /** The text that runs along it, by kind and language. */
    List<TextTrack> tracks(Tenant tenant, Video video);

    /** A link to the entry's video for this session, relative or absolute, valid for some hours. */
    URI link(LearnerSession session, Video media);
}
