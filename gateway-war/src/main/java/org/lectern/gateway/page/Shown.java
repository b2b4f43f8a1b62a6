package org.lectern.gateway.page;

import java.util.Optional;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.library.Library;
import org.lectern.gateway.library.Video;
import org.lectern.gateway.session.LearnerSession;

/** What a session shows. */
public sealed interface Shown {

    /** One entry, in the player. */
    record Player(Video media) implements Shown {}

    /** The course's gallery. */
    record Gallery() implements Shown {}

    /** The entry that was asked for is not in the tenant's library. */
    record NotHere() implements Shown {}

    /** What this session is about to show. */
    static Shown of(Library library, Tenant tenant, LearnerSession session) {
        Optional<String> wanted = session.media();
        if (wanted.isEmpty()) {
            return new Gallery();
        }
        return library.open(tenant, session, wanted.get())
                .<Shown>map(Player::new)
                .orElseGet(NotHere::new);
    }
}
