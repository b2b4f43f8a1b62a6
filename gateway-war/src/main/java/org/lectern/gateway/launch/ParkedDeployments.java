package org.lectern.gateway.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * Deployments that a verified token named and no tenant claims: kept for an operator to approve, never guessed. Bounded, since a
 * hosted platform's administrators can make as many as they like. Safe for any thread.
 */
@ApplicationScoped
public class ParkedDeployments {

    private static final int MOST = 10_000;

    private static final String PARK = """
            insert into parked_deployment (issuer, client_id, deployment_id)
            select :issuer, :client, :deployment
            where (select count(*) from parked_deployment) < :most
               or exists (select 1 from parked_deployment
                          where issuer = :issuer and client_id = :client and deployment_id = :deployment)
            on conflict (issuer, client_id, deployment_id)
            do update set last_seen = now(), launches = parked_deployment.launches + 1
            """;

    private final Jdbi jdbi;

    @Inject
    public ParkedDeployments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    protected ParkedDeployments() { // CDI proxy
        this(null);
    }

    /** Parks the deployment of a refused launch, if that is why it was refused. */
    public void park(LaunchRejected refused) {
        if (refused.refusal() != LaunchRefusal.DEPLOYMENT_UNKNOWN
                || refused.deploymentId().isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(PARK)
                .bind("issuer", refused.issuer().orElseThrow())
                .bind("client", refused.clientId().orElseThrow())
                .bind("deployment", refused.deploymentId().get())
                .bind("most", MOST)
                .execute());
    }
}
