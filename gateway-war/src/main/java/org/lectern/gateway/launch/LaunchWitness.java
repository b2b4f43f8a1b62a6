package org.lectern.gateway.launch;

import org.jdbi.v3.core.Handle;
import org.lectern.config.tenant.Tenant;
import org.lectern.gateway.session.LearnerSession;
import org.lectern.lti.launch.Launch;

/**
 * Another room that keeps something of every good launch, such as the services it named. Beans of this type are called within the
 * transaction that opens the session: what they write is there with the session or not at all.
 */
public interface LaunchWitness {

    /** Called once for each launch, whatever its message type; whatever it throws refuses the launch. */
    void opened(Handle transaction, Launch launch, Tenant tenant, LearnerSession session);

    /**
     * The same, for a room that also shows the launch's number; called instead.
     *
     * @param correlation the number under which the launch log has it
     */
    default void opened(Handle transaction, Launch launch, Tenant tenant, LearnerSession session, String correlation) {
        opened(transaction, launch, tenant, session);
    }
}
