package org.lectern.gateway.grade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.delivery.Carrier;
import org.lectern.gateway.delivery.Carriers;
import org.lectern.gateway.delivery.Manner;
import org.lectern.gateway.lrs.DeliveryOutcome;
import org.lectern.gateway.lrs.Parcel;
import org.lectern.lti.registration.PlatformRegistration;

/** Lanes that lead to gradebooks: {@code ags-} and the platform's name, for declared platforms and registered ones alike. */
@ApplicationScoped
public class ScoreLanes implements Carriers {

    /** A platform that gives one person no grades may give the next one some; only a whole class in a row is suspicious. */
    private static final Manner MANNER = new Manner(true, true, 50);

    private final Gradebooks gradebooks;
    private final ScoreClient client;

    @Inject
    public ScoreLanes(Gradebooks gradebooks, ScoreClient client) {
        this.gradebooks = gradebooks;
        this.client = client;
    }

    protected ScoreLanes() { // CDI proxy
        this(null, null);
    }

    @Override
    public Optional<Carrier> to(TenantId tenant, String destination) {
        if (!destination.startsWith(SCORES)) {
            return Optional.empty();
        }
        String platform = destination.substring(SCORES.length());
        return gradebooks.registration(tenant, platform).map(found -> new Way(client, tenant, platform, found));
    }

    private record Way(ScoreClient client, TenantId tenant, String platform, PlatformRegistration registration)
            implements Carrier {

        @Override
        public DeliveryOutcome post(Parcel parcel) {
            return client.post(tenant, platform, registration, parcel);
        }

        @Override
        public Manner manner() {
            return MANNER;
        }

        @Override
        public String fingerprint() {
            String settings = String.join(
                    "\n",
                    registration.issuer(),
                    registration.clientId(),
                    registration.tokenUrl().toString(),
                    registration.tokenAudience());
            return Integer.toHexString(settings.hashCode());
        }
    }
}
