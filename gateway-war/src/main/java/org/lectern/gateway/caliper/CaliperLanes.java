package org.lectern.gateway.caliper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.lectern.config.gateway.GatewaySettings;
import org.lectern.config.lrs.Destination;
import org.lectern.config.lrs.Standard;
import org.lectern.config.tenant.TenantId;
import org.lectern.config.tenant.Tenants;
import org.lectern.gateway.delivery.Carrier;
import org.lectern.gateway.delivery.Carriers;
import org.lectern.gateway.delivery.Fingerprint;
import org.lectern.gateway.delivery.Manner;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.Parcel;

/** Lanes that lead to Caliper endpoints: destinations of the kind {@code caliper}. */
@ApplicationScoped
public class CaliperLanes implements Carriers {

    private static final int REFUSALS = 50;

    private final Tenants tenants;
    private final CaliperClient client;
    private final URI baseUrl;

    @Inject
    public CaliperLanes(Tenants tenants, CaliperClient client, GatewaySettings gateway) {
        this(tenants, client, gateway.baseUrl());
    }

    /** @param baseUrl begins the sensors' names, without a slash at its end */
    public CaliperLanes(Tenants tenants, CaliperClient client, URI baseUrl) {
        this.tenants = tenants;
        this.client = client;
        this.baseUrl = baseUrl;
    }

    protected CaliperLanes() { // CDI proxy
        this(null, null, (URI) null);
    }

    @Override
    public Optional<Carrier> to(TenantId tenant, String destination) {
        URI sensor = URI.create(baseUrl + "/sensors/" + tenant);
        return tenants.find(tenant).stream()
                .flatMap(owner -> owner.destinations().stream())
                .filter(found ->
                        found.kind() == Standard.CALIPER && found.name().equals(destination))
                .findFirst()
                .map(found -> new Way(client, found, sensor, Fingerprint.of(found)));
    }

    private record Way(CaliperClient client, Destination to, URI sensor, String fingerprint) implements Carrier {

        @Override
        public DeliveryOutcome post(Parcel parcel) {
            return client.post(to, sensor, parcel);
        }

        @Override
        public Manner manner() {
            return new Manner(false, true, REFUSALS, client.room(to, sensor));
        }
    }
}
