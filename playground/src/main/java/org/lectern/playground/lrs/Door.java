package org.lectern.playground.lrs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.lectern.playground.institution.LrsAccount.Credential;
import org.lectern.playground.web.Request;

/** Who and what may enter {@code /xapi}: a known credential (else 401) and a 1.0 version header (else 400). */
final class Door {
    private static final Pattern VERSION = Pattern.compile("1\\.0(\\.\\d+)?");
    private final List<Credential> credentials;

    Door(List<Credential> credentials) {
        this.credentials = credentials;
    }

    void pass(Request request) {
        String sent = request.header("authorization")
                .orElseThrow(() -> new Refused(401, "The request has no Authorization header."));
        if (credentials.stream().noneMatch(credential -> same(credential.header(), sent))) {
            throw new Refused(401, "The LRS does not know these credentials.");
        }
        String version = request.header("x-experience-api-version")
                .orElseThrow(() -> new Refused(400, "The request has no X-Experience-API-Version header."));
        if (!VERSION.matcher(version).matches()) {
            throw new Refused(400, "This LRS speaks xAPI 1.0.x, not the version " + version + ".");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
