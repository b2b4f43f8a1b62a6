package org.lectern.gateway.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.grade.GradebookTrial;

/** Tries a platform's gradebook out: makes a column, grades somebody in it, reads that back and deletes it. */
@Path("/api/v1/admin/gradebook-trial")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@ApplicationScoped
public class GradebookTrialResource {

    private final GradebookTrial trial;
    private final Tenants tenants;
    private final AuditLog audit;

    @Inject
    public GradebookTrialResource(GradebookTrial trial, Tenants tenants, AuditLog audit) {
        this.trial = trial;
        this.tenants = tenants;
        this.audit = audit;
    }

    protected GradebookTrialResource() { // CDI proxy
        this(null, null, null);
    }

    /** Body: {@code tenant}, {@code platform}, and {@code link} and {@code user} when others than the last seen are meant. */
    @POST
    public Listing<GradebookTrial.Step> run(String body) {
        Order order = Order.read(body, "tenant", "platform", "link", "user");
        TenantId tenant = Asked.known(tenants, order.text("tenant")).id();
        String platform = order.text("platform");
        audit.write(Optional.of(tenant), "gradebook.trial", "platform=" + platform);
        return Listing.whole(
                trial.run(new GradebookTrial.Place(tenant, platform, order.optional("link"), order.optional("user"))));
    }
}
