package org.lectern.lti.launch;

import java.net.URI;
import java.util.Optional;

/** How the platform shows the tool and where to go back to (LTI 1.3 core §5.4.4). */
public record LaunchPresentation(Optional<String> documentTarget, Optional<URI> returnUrl, Optional<String> locale) {

    /** Without the return address, which may hold the platform's session key. */
    @Override
    public String toString() {
        return "LaunchPresentation[documentTarget=" + documentTarget.orElse("-") + ", locale=" + locale.orElse("-")
                + "]";
    }
}
