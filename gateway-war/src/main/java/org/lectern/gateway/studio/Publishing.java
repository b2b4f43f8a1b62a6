package org.lectern.gateway.studio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Published;
import org.lectern.adapter.action.Unlisted;
import org.lectern.gateway.library.Catalogue;
import org.lectern.gateway.library.Channel;
import org.lectern.gateway.library.Channels;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Rights;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.problem.Problem;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.studio.Deeds.Deed;

/** Who finds a video, and where. Safe for any thread. */
@ApplicationScoped
public class Publishing {

    private final Deeds deeds;
    private final Catalogue catalogue;
    private final Channels channels;
    private final Library library;
    private final Rights rights;

    @Inject
    public Publishing(Deeds deeds, Catalogue catalogue, Channels channels, Library library, Rights rights) {
        this.deeds = deeds;
        this.catalogue = catalogue;
        this.channels = channels;
        this.library = library;
        this.rights = rights;
    }

    protected Publishing() { // CDI proxy
        this(null, null, null, null, null);
    }

    /** Sets who finds it. Published, it is in the course's gallery at least, or in the institution's where there is no course. */
    void show(Deed deed, String media, Video.State state) {
        Video video = rights.requireEdit(deed.transaction(), deed.tenant().id(), deed.by(), media);
        if (video.state() == state) {
            return;
        }
        if (state == Video.State.PUBLISHED
                && channels.with(deed.transaction(), deed.by(), media).isEmpty()) {
            Channel nearest = channels.of(deed.tenant(), deed.by()).stream()
                    .filter(Channel::gallery)
                    .findFirst()
                    .orElseThrow();
            channels.put(deed.transaction(), deed.by(), nearest, media, Optional.empty());
        }
        catalogue.show(deed.transaction(), deed.tenant().id(), media, state);
        if (state == Video.State.PUBLISHED) {
            channels.with(deed.transaction(), deed.by(), media).forEach(channel -> published(deed, video, channel));
        } else if (state == Video.State.UNLISTED) {
            deed.tell(new Unlisted(deeds.circumstances(deed), deeds.now(), library.entry(deed.tenant(), video)));
        }
    }

    /** Puts a video into a channel, or to another place in it: one's own, or in a channel that one arranges, any that is to be found. */
    void put(Deed deed, long id, String media, Optional<String> before) {
        rights.requireAdd(deed.by());
        Channel channel = channels.require(deed.transaction(), deed.tenant(), deed.by(), id);
        Video video = channels.mayArrange(deed.by(), channel)
                ? library.open(deed.tenant(), deed.by(), media)
                        .filter(found -> found.owner().isPresent())
                        .orElseThrow(() -> new Problem(404, "media.unknown", "There is no such video here."))
                : rights.requireEdit(deed.transaction(), deed.tenant().id(), deed.by(), media);
        if (before.isPresent()) {
            channels.requireArrange(deed.by(), channel);
        }
        boolean fresh = channels.put(deed.transaction(), deed.by(), channel, media, before);
        if (fresh && video.state() == Video.State.PUBLISHED) {
            published(deed, video, channel);
        }
    }

    /** Takes a video out of a channel. */
    void remove(Deed deed, long id, String media) {
        Channel channel = channels.require(deed.transaction(), deed.tenant(), deed.by(), id);
        if (!rights.mayEdit(deed.tenant().id(), deed.by(), media)) {
            channels.requireArrange(deed.by(), channel);
        }
        channels.remove(deed.transaction(), deed.by(), channel, media);
    }

    /** Puts channels in this order. */
    void order(Deed deed, List<Long> ids) {
        for (long id : ids) {
            channels.requireArrange(deed.by(), channels.require(deed.transaction(), deed.tenant(), deed.by(), id));
        }
        channels.order(deed.transaction(), deed.by(), ids);
    }

    /** To everybody's gallery is to the whole site, which has no channel's name. */
    private void published(Deed deed, Video video, Channel channel) {
        LearnerSession by = deed.by();
        Optional<Category> where = channel.gallery() && channel.reach() == Channel.Reach.INSTITUTION
                ? Optional.empty()
                : Optional.of(channel.category(library.site(deed.tenant())));
        deed.tell(new Published(deeds.circumstances(deed), deeds.now(), library.entry(deed.tenant(), video), where));
        System.getLogger(Publishing.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        () -> "published tenant=" + by.tenant() + " media=" + video.id() + " channel=" + channel.id());
    }
}
