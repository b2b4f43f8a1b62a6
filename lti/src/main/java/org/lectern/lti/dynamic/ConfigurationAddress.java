package org.lectern.lti.dynamic;

import java.net.URI;
import org.lectern.lti.registration.WebOrigin;

/**
 * Where a platform says that its OpenID configuration is: the untrusted {@code openid_configuration} of a registration
 * request (LTI Dynamic Registration 1.0 §3.4), https or on this machine.
 */
public record ConfigurationAddress(URI value) {

    /** @throws RegistrationRefused {@code address.invalid} */
    public static ConfigurationAddress of(String text) {
        if (text.length() > 4096) {
            throw new RegistrationRefused(
                    RegistrationRefusal.ADDRESS_INVALID, "openid_configuration has more than 4096 characters");
        }
        return Untrusted.address(text.strip())
                .map(ConfigurationAddress::new)
                .orElseThrow(() -> new RegistrationRefused(
                        RegistrationRefusal.ADDRESS_INVALID,
                        "openid_configuration is not an https address without user name and fragment"));
    }

    /** Its origin: for people, and for whom to tell when all is done. */
    public WebOrigin origin() {
        return WebOrigin.of(value).orElseThrow();
    }
}
