package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.lectern.config.tenant.FrameOrigin;
import org.lectern.config.tenant.Platform;
import org.lectern.config.tenant.Tenant;
import org.lectern.config.tenant.TenantId;
import org.lectern.gateway.connection.RegisteredPlatformRow.State;
import org.lectern.gateway.connection.RegisteredPlatformRow.Way;
import org.lectern.lti.dynamic.ClientRegistration;
import org.lectern.lti.dynamic.ClientRegistration.Management;
import org.lectern.lti.dynamic.ConfigurationAddress;
import org.lectern.lti.dynamic.DynamicRegistration;
import org.lectern.lti.dynamic.OpenIdConfiguration;
import org.lectern.lti.dynamic.PlatformAnswer;
import org.lectern.lti.dynamic.RegistrationHttp;
import org.lectern.lti.dynamic.RegistrationRefusal;
import org.lectern.lti.dynamic.RegistrationRefused;

/**
 * Dynamic registration by an invitation: reads what the platform offers, registers when the administrator agrees, keeps the result. An
 * invitation whose platform failed stays good. Safe for any thread; blocks the calling one for as long as the platform takes.
 */
@ApplicationScoped
public class Connecting {

    private final RegistrationHttp http;
    private final Invitations invitations;
    private final Registering registering;
    private final RegistrationTable table;
    private final ToolAddresses addresses;
    private final Clock clock;

    @Inject
    public Connecting(
            RegistrationHttp http,
            Invitations invitations,
            Registering registering,
            RegistrationTable table,
            ToolAddresses addresses,
            Clock clock) {
        this.http = http;
        this.invitations = invitations;
        this.registering = registering;
        this.table = table;
        this.addresses = addresses;
        this.clock = clock;
    }

    protected Connecting() { // CDI proxy
        this(null, null, null, null, null, null);
    }

    /** What became of it. */
    record Connected(RegisteredPlatformRow row, boolean reduced) {}

    /** Reads what a platform offers; a failure is written to the invitation for the operator to see. */
    Offer offer(Invitation invitation, String openidConfiguration, Optional<String> token) {
        try {
            ConfigurationAddress address = ConfigurationAddress.of(openidConfiguration);
            PlatformAnswer document = new DynamicRegistration(http).document(address, token);
            return new Offer(address, token, document, OpenIdConfiguration.read(address, document));
        } catch (RegistrationRefused refused) {
            note(invitation, refused);
            throw refused;
        }
    }

    /** The institution's registration that this offer would bring up to date. */
    Optional<RegisteredPlatformRow> known(Invitation invitation, Offer offer) {
        return table.all().stream()
                .filter(row -> row.state() != State.REMOVED && row.tenant().equals(invitation.tenant()))
                .filter(row -> row.platform().issuer().equals(offer.platform().issuer()))
                .findFirst();
    }

    /**
     * Registers.
     *
     * @param names whether instructors are to see names
     * @param entered whose pages frame ours there, as far as the administrator says
     * @return empty when somebody else is at it with the same invitation, or has used it
     */
    Optional<Connected> connect(
            Invitation invitation, Tenant tenant, Offer offer, boolean names, Set<FrameOrigin> entered) {
        if (!invitations.take(invitation)) {
            return Optional.empty();
        }
        try {
            ClientRegistration made = new DynamicRegistration(http)
                    .register(offer.platform(), offer.token(), addresses.profile(tenant, names));
            RegisteredPlatformRow kept =
                    registering.keep(invitation, row(tenant.id(), offer, made, names, entered), made.management());
            return Optional.of(new Connected(kept, made.reduced(offer.platform())));
        } catch (RegistrationRefused refused) {
            note(invitation, refused);
            throw refused;
        }
    }

    /**
     * Tells a platform what we ask of it today (RFC 7592 §2.2); client id and deployments stay.
     *
     * @return empty when the platform offers no such way
     */
    public Optional<String> update(Tenant tenant, RegisteredPlatformRow row) {
        Optional<Management> management =
                table.management(row.tenant(), row.platform().name());
        Optional<URI> configuration = row.configurationUrl();
        if (management.isEmpty() || configuration.isEmpty()) {
            return Optional.empty();
        }
        DynamicRegistration registration = new DynamicRegistration(http);
        ConfigurationAddress address = new ConfigurationAddress(configuration.get());
        PlatformAnswer document = registration.document(address, Optional.empty());
        OpenIdConfiguration platform = OpenIdConfiguration.read(address, document);
        ClientRegistration changed = registration.update(
                platform, row.platform().clientId(), management.get(), addresses.profile(tenant, row.names()));
        if (!changed.clientId().equals(row.platform().clientId())) {
            throw new RegistrationRefused(RegistrationRefusal.ANSWER_CHANGED, "the client id became another");
        }
        Offer offer = new Offer(address, Optional.empty(), document, platform);
        registering.update(row(tenant.id(), offer, changed, row.names(), Set.of()), row, changed.management());
        return Optional.of(row.platform().name());
    }

    private RegisteredPlatformRow row(
            TenantId tenant, Offer offer, ClientRegistration made, boolean names, Set<FrameOrigin> entered) {
        OpenIdConfiguration platform = offer.platform();
        return new RegisteredPlatformRow(
                tenant,
                new Platform(
                        platform.family().label(),
                        platform.issuer(),
                        made.clientId(),
                        made.deploymentId().map(Set::of).orElse(Set.of()),
                        platform.authorizationEndpoint(),
                        platform.tokenEndpoint(),
                        platform.tokenAudience(),
                        platform.jwksUri()),
                new PlatformOrigins(entered, offer.told()),
                platform.family(),
                platform.name(),
                Way.DYNAMIC,
                State.INACTIVE,
                false,
                String.join(" ", made.scopes()),
                Optional.of(offer.address().value()),
                made.management().isPresent(),
                names,
                clock.instant());
    }

    private void note(Invitation invitation, RegistrationRefused refused) {
        invitations.giveBack(
                invitation,
                refused.refusal().code(),
                refused.detail() + refused.words().map(words -> ": " + words).orElse(""));
    }
}
