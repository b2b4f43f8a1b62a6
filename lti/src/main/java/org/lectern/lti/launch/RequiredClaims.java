package org.lectern.lti.launch;

import static org.lectern.lti.launch.ClaimNames.DEPLOYMENT_ID;
import static org.lectern.lti.launch.ClaimNames.MESSAGE_TYPE;
import static org.lectern.lti.launch.ClaimNames.RESOURCE_LINK;
import static org.lectern.lti.launch.ClaimNames.ROLES;
import static org.lectern.lti.launch.ClaimNames.TARGET_LINK_URI;
import static org.lectern.lti.launch.ClaimNames.VERSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lectern.lti.refusal.LaunchRefusal;
import org.lectern.lti.refusal.LaunchRejected;

/**
 * Which claims must be there (LTI 1.3 core §5.3, Security Framework 1.0 §5.1.2). A single missing one has a name of
 * its own where the certification suite asks for it; several are one refusal that lists them all.
 */
final class RequiredClaims {
    private static final List<String> ALWAYS =
            List.of("iss", "aud", "sub", "exp", "iat", "nonce", VERSION, MESSAGE_TYPE, DEPLOYMENT_ID, ROLES);
    private static final Map<String, LaunchRefusal> NAMED = Map.of(
            "sub",
            LaunchRefusal.CLAIM_SUB_MISSING,
            VERSION,
            LaunchRefusal.CLAIM_VERSION_MISSING,
            MESSAGE_TYPE,
            LaunchRefusal.CLAIM_MESSAGE_TYPE_MISSING,
            DEPLOYMENT_ID,
            LaunchRefusal.CLAIM_DEPLOYMENT_MISSING,
            ROLES,
            LaunchRefusal.CLAIM_ROLES_MISSING,
            RESOURCE_LINK,
            LaunchRefusal.CLAIM_RESOURCE_LINK_MISSING);

    private RequiredClaims() {}

    static void check(Claims claims) {
        List<String> missing = missing(claims);
        if (missing.size() == 1) {
            String only = missing.get(0);
            throw new LaunchRejected(NAMED.getOrDefault(only, LaunchRefusal.CLAIM_MISSING), only + " is missing");
        }
        if (!missing.isEmpty()) {
            throw new LaunchRejected(LaunchRefusal.CLAIM_MISSING, String.join(", ", missing) + " are missing");
        }
    }

    private static List<String> missing(Claims claims) {
        List<String> missing = new ArrayList<>();
        for (String name : ALWAYS) {
            if (claims.lacks(name) || (name.equals("sub") || name.equals(DEPLOYMENT_ID)) && blank(claims, name)) {
                missing.add(name);
            }
        }
        if (aboutAResourceLink(claims)) {
            if (claims.lacks(TARGET_LINK_URI)) {
                missing.add(TARGET_LINK_URI);
            }
            Claims link = claims.inside(RESOURCE_LINK);
            if (link.lacks("id") || blank(link, "id")) {
                missing.add(RESOURCE_LINK);
            }
        }
        return missing;
    }

    /** Without a message type, too: then a lacking link is one more thing to list. */
    private static boolean aboutAResourceLink(Claims claims) {
        return !MessageType.DEEP_LINKING.claim().equals(claims.raw(MESSAGE_TYPE));
    }

    private static boolean blank(Claims claims, String name) {
        return claims.raw(name) instanceof String text && text.isBlank();
    }
}
