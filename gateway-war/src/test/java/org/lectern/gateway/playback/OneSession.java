package org.lectern.gateway.playback;

import java.util.Optional;
import java.util.UUID;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.gateway.session.Sessions;

/** The sessions' twin, with one session, whose token is "token". */
record OneSession(LearnerSession session) implements Sessions {

    @Override
    public Optional<LearnerSession> find(String token) {
        return token.equals("token") ? Optional.of(session) : Optional.empty();
    }

    @Override
    public Optional<LearnerSession> find(UUID id) {
        return session.id().equals(id) ? Optional.of(session) : Optional.empty();
    }
}
