package org.lectern.gateway.playback;

import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;

/**
 * A request that may be accepted: read, and its session, institution and video found.
 *
 * @param tenant whose learner reports
 * @param session who reports
 * @param scene what is being watched
 * @param request what is reported
 */
record Submission(Tenant tenant, LearnerSession session, Scene scene, FactsRequest request) {

    PlaybackRow.Key key() {
        return new PlaybackRow.Key(tenant.id().value(), request.playback());
    }

    AttemptRow.Name attempt() {
        return new AttemptRow.Name(tenant.id().value(), session.learnerKey(), session.scope(), request.media());
    }
}
