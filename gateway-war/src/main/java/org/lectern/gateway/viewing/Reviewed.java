package org.lectern.gateway.viewing;

import java.util.Optional;
import org.lectern.config.secret.MasterKey;
import org.lectern.gateway.session.LearnerKey;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.launch.Launch;
import org.lectern.lti.launch.MessageType;

/** Whose viewing a submission review launch may show: anybody's to those who teach, to others their own. Pure. */
final class Reviewed {

    private Reviewed() {}

    /** The learner key; empty for other messages, without a learner, and for whom this one is not to be shown to. */
    static Optional<String> learner(Launch launch, LearnerSession session, MasterKey masterKey) {
        return launch.forUser()
                .filter(person -> launch.messageType() == MessageType.SUBMISSION_REVIEW)
                .map(person -> LearnerKey.at(
                                masterKey,
                                session.tenant(),
                                launch.registration().issuer())
                        .of(person.userId()))
                .filter(key -> session.role() != LearnerSession.Role.LEARNER || key.equals(session.learnerKey()));
    }
}
