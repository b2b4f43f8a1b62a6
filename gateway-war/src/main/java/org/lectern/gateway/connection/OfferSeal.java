package org.lectern.gateway.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.lectern.config.secret.CannotOpen;
import org.lectern.config.secret.MasterKey;
import org.lectern.config.secret.Place;
import org.lectern.config.secret.Sealed;
import org.lectern.config.secret.Vault;
import org.lectern.lti.dynamic.ConfigurationAddress;
import org.lectern.lti.dynamic.OpenIdConfiguration;
import org.lectern.lti.dynamic.PlatformAnswer;

/**
 * Carries an offer from the page that shows it to the button that takes it, in the page itself: sealed, so that nobody can change or
 * read it, and good for its invitation only. Safe for any thread.
 */
@ApplicationScoped
public class OfferSeal {

    private final Vault vault;

    @Inject
    public OfferSeal(MasterKey masterKey, SecureRandom random) {
        this.vault = new Vault(masterKey, random);
    }

    protected OfferSeal() { // CDI proxy
        this.vault = null;
    }

    String seal(Offer offer, Invitation invitation) {
        String text = offer.address().value() + "\n" + offer.token().orElse("") + "\n"
                + new String(offer.document().body(), StandardCharsets.UTF_8);
        return vault.seal(text, place(invitation)).text();
    }

    /** Empty when it is none of ours, or of another invitation. */
    Optional<Offer> open(String sealed, Invitation invitation) {
        try {
            String[] parts = vault.open(new Sealed(sealed), place(invitation)).split("\n", 3);
            ConfigurationAddress address = ConfigurationAddress.of(parts[0]);
            PlatformAnswer document = new PlatformAnswer(200, parts[2].getBytes(StandardCharsets.UTF_8));
            return Optional.of(new Offer(
                    address,
                    Optional.of(parts[1]).filter(token -> !token.isEmpty()),
                    document,
                    OpenIdConfiguration.read(address, document)));
        } catch (CannotOpen | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static Place place(Invitation invitation) {
        return new Place(invitation.tenant().value(), "offer of invitation " + invitation.id());
    }
}
