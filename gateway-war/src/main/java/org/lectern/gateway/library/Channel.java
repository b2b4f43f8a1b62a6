package org.lectern.gateway.library;

import java.net.URI;
import org.lectern.adapter.action.Category;
import org.lectern.adapter.action.Site;

/**
 * Where videos are published: a gallery, which is there by itself, or a channel that somebody made.
 *
 * @param id its number within the institution, exact in double precision; never changes
 * @param reach whose it is
 * @param gallery whether it is there by itself
 * @param title for people
 */
public record Channel(long id, Reach reach, boolean gallery, String title) {

    /** Whose a channel is. */
    public enum Reach {
        /** The people of one course. */
        COURSE,
        /** Everybody of the institution. */
        INSTITUTION
    }

    /** As statements tell it. */
    public Category category(Site site) {
        return new Category(URI.create(site.home() + "/default/channels/view/channelid/" + id), title);
    }
}
